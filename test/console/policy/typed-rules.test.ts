import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import {
  readFlow,
  readLocalText,
  readNumber,
  splitLocalText,
  toLocalText,
} from '../../../console/pages/policy/typed-rules.ts';

test.each([
  ['18', 18],
  ['99', 99],
  ['100', null],
  ['12', null],
  ['', null],
  ['1e1', null],
  ['18.5', null],
  ['-20', null],
] as const)('“%s” as a minimum age is %s', (text, value) => {
  expect(readNumber('identity_minimum_age', text)).toBe(value);
});

test.each([
  ['vf_1AbC_2', 'vf_1AbC_2'],
  [' vf_1 ', 'vf_1'],
  ['vf_', null],
  ['flow', null],
  [`vf_${'a'.repeat(253)}`, null],
])('“%s” as a flow is %s', (text, value) => {
  expect(readFlow(text)).toBe(value);
});

describe.each(['UTC', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Auckland'])('a moment in %s', (zone) => {
  const before = process.env['TZ'];
  beforeEach(() => {
    process.env['TZ'] = zone;
  });
  afterEach(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });

  it('reads back as it was shown, but for the hour that a clock shows twice', () => {
    const minutes = fc.integer({ min: Date.UTC(2015, 0) / 60_000, max: Date.UTC(2035, 0) / 60_000 });
    fc.assert(
      fc.property(minutes, (minute) => {
        const iso = new Date(minute * 60_000).toISOString();
        const read = readLocalText(toLocalText(iso));
        expect(read).not.toBeNull();
        expect(toLocalText(read ?? '')).toBe(toLocalText(iso));
        expect(Math.abs(Date.parse(read ?? '') - Date.parse(iso))).toBeLessThanOrEqual(3_600_000);
      }),
    );
  });
});

test.each(['', 'T00:00', '2026-02-30T10:00', '2026-13-01T10:00', '2026-01-01T', '2026-01-01T24:30'])(
  '“%s” is no moment',
  (text) => {
    expect(readLocalText(text)).toBeNull();
  },
);

test('a moment is shown as a date and a time', () => {
  expect(splitLocalText('2026-03-01T12:30')).toEqual({ date: '2026-03-01', time: '12:30' });
  expect(splitLocalText('')).toEqual({ date: '', time: '' });
});
