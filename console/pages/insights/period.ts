// Which whole UTC days the page tells of: at most as many as the API takes.

export const dayMs = 24 * 60 * 60_000;

/** As the API has it. */
export const longestDays = 366;

/** Periods up to today that are one click away, in days. */
export const presets = [7, 30, 90] as const;

/** What the page begins with, in days up to today. */
export const usualDays = 30;

/** The first and the last day, such as `2026-03-01`. */
export type Period = { from: string; to: string };

/** The UTC day of a moment. */
export function dayOf(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 'yyyy-mm-dd'.length);
}

/** So many days, of which today is the last one. */
export function lastDays(count: number, nowMs: number): Period {
  return { from: dayOf(nowMs - (count - 1) * dayMs), to: dayOf(nowMs) };
}

export function daysIn({ from, to }: Period): number {
  return (Date.parse(to) - Date.parse(from)) / dayMs + 1;
}

/** Why the API would refuse a period; null where it takes it. */
export function faultOf({ from, to }: Period): 'noDay' | 'backwards' | 'tooLong' | null {
  if (!isDay(from) || !isDay(to)) return 'noDay';
  const days = daysIn({ from, to });
  if (days < 1) return 'backwards';
  return days > longestDays ? 'tooLong' : null;
}

/** Which of the presets a period is as of now, if any. */
export function presetOf(period: Period, nowMs: number): (typeof presets)[number] | null {
  const days = daysIn(period);
  return presets.find((preset) => preset === days && period.to === dayOf(nowMs)) ?? null;
}

/** A period as the picker has it: by its days, or so many units of time up to today. */
type PickedRange =
  | { type: 'absolute'; startDate: string; endDate: string }
  | { type: 'relative'; amount: number; unit: string };

/** The days that somebody picked, which may be none that the API takes. */
export function periodOf(picked: PickedRange, nowMs: number): Period {
  if (picked.type === 'absolute') return { from: picked.startDate, to: picked.endDate };
  const days = picked.amount * (picked.unit === 'week' ? 7 : 1);
  // One more than can be has the fault that it is too long; more than that may be no dates at all.
  return lastDays(Math.min(days, longestDays + 1), nowMs);
}

/** Years are told with four digits, and the calendar has the day. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const timeMs = Date.parse(text);
  return !Number.isNaN(timeMs) && dayOf(timeMs) === text;
}
