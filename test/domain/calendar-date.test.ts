// How old somebody is on a day, and which days there are.

import { describe, expect, it } from 'vitest';
import { ageAt, isoDay, isRealDate } from '../../functions/domain/calendar-date.ts';

describe('whole years between a birth and a moment, by the UTC calendar', () => {
  it.each([
    { born: '2000-03-01', on: '2018-02-28T23:59:59.999Z', age: 17 },
    { born: '2000-03-01', on: '2018-03-01T00:00:00.000Z', age: 18 },
    { born: '2000-03-01', on: '2018-12-31T23:59:59.999Z', age: 18 },
    { born: '2000-12-31', on: '2018-01-01T00:00:00.000Z', age: 17 },
    { born: '2000-01-31', on: '2018-02-01T00:00:00.000Z', age: 18 },
    { born: '2004-02-29', on: '2022-02-28T23:59:59.999Z', age: 17, why: 'a leap-day child waits for March' },
    { born: '2004-02-29', on: '2022-03-01T00:00:00.000Z', age: 18, why: 'a leap-day child in a common year' },
    { born: '2004-02-29', on: '2024-02-28T12:00:00.000Z', age: 19, why: 'the day before in a leap year' },
    { born: '2004-02-29', on: '2024-02-29T00:00:00.000Z', age: 20, why: 'the very day in a leap year' },
    { born: '1900-03-01', on: '2026-03-01T00:00:00.000Z', age: 126 },
    { born: '2026-03-01', on: '2026-03-01T12:00:00.000Z', age: 0 },
  ])('born $born, on $on: $age', ({ born, on, age }) => {
    const [year = 0, month = 0, day = 0] = born.split('-').map(Number);

    expect(ageAt({ year, month, day }, Date.parse(on))).toBe(age);
  });
});

describe('a day of the calendar', () => {
  it.each([
    [{ year: 2024, month: 2, day: 29 }, '2024-02-29'],
    [{ year: 1000, month: 1, day: 1 }, '1000-01-01'],
    [{ year: 9999, month: 12, day: 31 }, '9999-12-31'],
  ])('is real, and written as $1', (date, written) => {
    expect(isRealDate(date)).toBe(true);
    expect(isoDay(date)).toBe(written);
  });

  it.each([
    { year: 1, month: 1, day: 1 },
    { year: 999, month: 12, day: 31 },
    { year: 10_000, month: 1, day: 1 },
    { year: 2023, month: 2, day: 29 },
    { year: 1900, month: 2, day: 29 },
    { year: 2030, month: 0, day: 1 },
    { year: 2030, month: 13, day: 1 },
    { year: 2030, month: 4, day: 0 },
    { year: 2030, month: 4, day: 31 },
  ])('is none: $year-$month-$day', (date) => {
    expect(isRealDate(date)).toBe(false);
  });
});
