// Days of the calendar, as documents tell them.

/** A day without a time zone; months count from 1. */
export type CalendarDate = { year: number; month: number; day: number };

/** Whether the calendar has such a day, in a year that is written with four digits. */
export function isRealDate({ year, month, day }: CalendarDate): boolean {
  if (year < 1000 || year > 9999) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

export const dayMs = 24 * 60 * 60_000;

/** A real day as `2030-04-15`. */
export function isoDay({ year, month, day }: CalendarDate): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

/** The UTC day of a moment, as `2030-04-15`. */
export function utcDay(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 'yyyy-mm-dd'.length);
}

/** Whole years between a date of birth and a moment, by the UTC calendar. */
export function ageAt(birth: CalendarDate, atMs: number): number {
  const now = new Date(atMs);
  const hadBirthday =
    now.getUTCMonth() + 1 > birth.month ||
    (now.getUTCMonth() + 1 === birth.month && now.getUTCDate() >= birth.day);
  return now.getUTCFullYear() - birth.year - (hadBirthday ? 0 : 1);
}
