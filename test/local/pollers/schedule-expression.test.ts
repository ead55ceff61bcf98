import { describe, expect, test } from 'vitest';
import { parseSchedule } from '../../../local/pollers/schedule-expression.ts';

const at = (iso: string) => Date.parse(iso);

describe('a schedule expression', () => {
  test.each([
    ['rate(1 minute)', '2026-03-01T10:00:30Z', '2026-03-01T10:01:30Z'],
    ['rate(5 minutes)', '2026-03-01T10:00:00Z', '2026-03-01T10:05:00Z'],
    ['rate(2 days)', '2026-03-01T10:00:00Z', '2026-03-03T10:00:00Z'],
    ['cron(0/15 * * * ? *)', '2026-03-01T10:15:00Z', '2026-03-01T10:30:00Z'],
    ['cron(30 3 * * ? *)', '2026-03-01T10:00:00Z', '2026-03-02T03:30:00Z'],
    ['cron(0 9 ? * 2-6 *)', '2026-03-06T10:00:00Z', '2026-03-09T09:00:00Z'],
    ['cron(0 0 1 1,7 ? *)', '2026-03-01T10:00:00Z', '2026-07-01T00:00:00Z'],
  ])('%s after %s is due at %s', (expression, after, due) => {
    expect(new Date(parseSchedule(expression)(at(after))).toISOString()).toBe(
      new Date(at(due)).toISOString(),
    );
  });

  test.each(['rate(5 weeks)', 'cron(* * * *)', 'cron(0 9 ? * MON *)', 'at(2026-03-01T10:00:00)'])(
    'of the unknown form %s is refused',
    (expression) => {
      expect(() => parseSchedule(expression)).toThrow(/schedule/);
    },
  );
});
