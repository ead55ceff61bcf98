// Tables as CSV: what a spreadsheet reads, and what it must not run.

import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../console/parts/csv.ts';

describe('a table as CSV', () => {
  it('has a line for each row, with what needs it in quotes', () => {
    expect(
      toCsv([
        ['day', 'note'],
        ['2026-10-01', 'a "b", c'],
        [1.5, null],
      ]),
    ).toBe('day,note\r\n2026-10-01,"a ""b"", c"\r\n1.5,\r\n');
  });

  it.each(['=HYPERLINK("https://evil.example")', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])(
    'makes text of %j, which a spreadsheet would run',
    (formula) => {
      expect(toCsv([[formula]]).replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it('leaves numbers below zero numbers', () => {
    expect(toCsv([[-1]])).toBe('-1\r\n');
  });
});
