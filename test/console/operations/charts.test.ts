import { describe, expect, test } from 'vitest';
import {
  ageBars,
  ageUnitOf,
  axisEnd,
  hoursPerBar,
  stretchesOf,
  utcHour,
} from '../../../console/pages/operations/chart-data.ts';
import { readSpan, writeSpan } from '../../../console/pages/operations/url-state.ts';

const hour = (from: string, processed: number, p95: number | null) => ({
  from,
  processed,
  dropped: 0,
  failed_tries: 1,
  dead_lettered: 0,
  moved_to_backlog: 0,
  age: { median_seconds: p95 === null ? null : p95 / 2, p95_seconds: p95 },
});

const day = [
  hour('2026-03-01T10:00:00.000Z', 7, 60),
  hour('2026-03-01T11:00:00.000Z', 0, null),
  hour('2026-03-01T12:00:00.000Z', 3, 600),
];

describe('charts', () => {
  test('have a bar for each hour of a day, also one without events', () => {
    expect(stretchesOf(day)).toEqual(day);
    expect(hoursPerBar(Array.from({ length: 24 }))).toBe(1);
  });

  test('have a bar for six hours of a week: counts add up, and the highest age is theirs', () => {
    const week = Array.from({ length: 168 }, (_, index) =>
      hour(new Date(index * 3_600_000).toISOString(), 1, index % 6 === 5 ? null : index),
    );
    const stretches = stretchesOf(week);
    expect(stretches).toHaveLength(28);
    expect(stretches[1]).toMatchObject({
      from: '1970-01-01T06:00:00.000Z',
      processed: 6,
      failed_tries: 6,
      age: { median_seconds: 5, p95_seconds: 10 },
    });
  });

  test('draw ages in the unit of the oldest, and none where nothing was processed', () => {
    expect(ageUnitOf(day)).toBe('minute');
    expect(ageBars(day, 'p95_seconds', 'minute')).toEqual([
      { x: '2026-03-01T10:00:00.000Z', y: 1 },
      { x: '2026-03-01T12:00:00.000Z', y: 10 },
    ]);
    expect(ageUnitOf([])).toBe('second');
  });

  test('have an axis with whole numbers', () => {
    expect(axisEnd([])).toBe(5);
    expect(axisEnd(day)).toBe(8);
  });

  test('name hours in UTC where a machine reads them', () => {
    expect(utcHour('2026-03-01T10:00:00.000Z')).toBe('2026-03-01 10:00');
  });
});

test.each([
  ['', 24, ''],
  ['hours=168', 168, '?hours=168'],
  ['hours=9', 24, ''],
] as const)('the address “%s” tells of %d hours', (query, span, written) => {
  expect(readSpan(new URLSearchParams(query))).toBe(span);
  expect(writeSpan(span)).toBe(written);
});
