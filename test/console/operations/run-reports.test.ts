import { describe, expect, test } from 'vitest';
import {
  isOverdue,
  runEveryMinutes,
  secondsTaken,
  toldCounts,
} from '../../../console/pages/operations/run-reports.ts';

const nowMs = Date.parse('2026-03-01T12:00:00Z');
const startedAgo = (minutes: number) => ({ started_at: new Date(nowMs - minutes * 60_000).toISOString() });

describe('a run is missing', () => {
  test.each([
    ['just ran', startedAgo(1), false],
    ['one was left out', startedAgo(2 * runEveryMinutes + 1), false],
    ['three were left out', startedAgo(3 * runEveryMinutes + 1), true],
    ['there never was one', undefined, true],
  ])('%s: %o, %s', (_, newest, expected) => {
    expect(isOverdue(newest, nowMs)).toBe(expected);
  });
});

test('only counts that have something to say are told, what was healed first', () => {
  const counts = {
    sessions_read: 12,
    sessions_not_read: 0,
    verifications_healed: 1,
    sessions_healed: 0,
    events_read: 5,
    events_malformed: 0,
    events_requeued: 3,
  };
  expect(toldCounts(counts)).toEqual([
    { name: 'verifications_healed', count: 1 },
    { name: 'events_requeued', count: 3 },
    { name: 'sessions_read', count: 12 },
    { name: 'events_read', count: 5 },
  ]);
});

test('a run that was over at once took a second', () => {
  const run = (ms: number) => ({
    started_at: '2026-03-01T12:00:00.000Z',
    finished_at: new Date(nowMs + ms).toISOString(),
  });
  expect([40, 1600, 61_000].map((ms) => secondsTaken(run(ms)))).toEqual([1, 2, 61]);
});
