// What the charts draw, from the numbers that the API answers.

import type { components } from '../../../client/api-types.ts';
import { dayMs, dayOf } from './period.ts';

export type Stats = components['schemas']['IdentityStats'];
type Day = Stats['days'][number];

/** What happened from one day to another, both with it. */
export type Stretch = { from: string; to: string } & Pick<
  Day,
  'attempts' | 'verified' | 'manually_verified' | 'failed' | 'cost_amount'
>;

/** More bars than this tell nothing any more, and Cloudscape draws them with less than no width. */
export const mostBars = { wide: 31, narrow: 14 } as const;

/**
 * The days of a period; where they are more than `most`, weeks from Monday on, or months. The first and the last of
 * those may be cut off.
 */
export function stretchesOf(days: readonly Day[], most: number): Stretch[] {
  const startOf = [dayItself, mondayOf].find((start) => countOf(days, start) <= most) ?? monthOf;
  const stretches = new Map<string, Stretch>();
  for (const { date, attempts, verified, manually_verified, failed, cost_amount } of days) {
    const start = startOf(date);
    const sum = stretches.get(start);
    stretches.set(start, {
      from: sum?.from ?? date,
      to: date,
      attempts: (sum?.attempts ?? 0) + attempts,
      verified: (sum?.verified ?? 0) + verified,
      manually_verified: (sum?.manually_verified ?? 0) + manually_verified,
      failed: (sum?.failed ?? 0) + failed,
      // To four decimals, as the API has it.
      cost_amount: Math.round(((sum?.cost_amount ?? 0) + cost_amount) * 10_000) / 10_000,
    });
  }
  return [...stretches.values()];
}

function countOf(days: readonly Day[], startOf: (day: string) => string): number {
  return new Set(days.map(({ date }) => startOf(date))).size;
}

const dayItself = (day: string): string => day;
const monthOf = (day: string): string => day.slice(0, 7);

function mondayOf(day: string): string {
  const timeMs = Date.parse(day);
  return dayOf(timeMs - ((new Date(timeMs).getUTCDay() + 6) % 7) * dayMs);
}

/** Bars that fit on a screen. */
const mostReasons = 8;

export type Ranked = { text: string; count: number };

/** The most frequent first, the rest as one; reasons that read the same are one. */
export function reasonsOf(
  codes: Stats['failure_codes'],
  textOf: (code: string) => string,
  restText: (kinds: number) => string,
): Ranked[] {
  const counts = new Map<string, number>();
  for (const { code, count } of codes) counts.set(textOf(code), (counts.get(textOf(code)) ?? 0) + count);
  const ranked = [...counts]
    .map(([text, count]) => ({ text, count }))
    .sort((one, other) => other.count - one.count);
  if (ranked.length <= mostReasons) return ranked;
  const rest = ranked.splice(mostReasons - 1);
  return [...ranked, { text: restText(rest.length), count: rest.reduce((sum, { count }) => sum + count, 0) }];
}

/** A place on the axis of scores: a score, or the threshold between those below and those that reach it. */
export type RiskPlace = { kind: 'score'; score: number; charges: number } | { kind: 'threshold' };

/** The scores, rising, and where a threshold stands among them; null draws none. What wasn't scored has no place. */
export function riskPlaces(scores: Stats['risk_scores'], threshold: number | null): RiskPlace[] {
  const places = scores
    .flatMap(({ score, charges }) => (score === null ? [] : [{ kind: 'score' as const, score, charges }]))
    .sort((one, other) => one.score - other.score);
  if (threshold === null) return places;
  const below = places.filter(({ score }) => score < threshold);
  return [...below, { kind: 'threshold' }, ...places.slice(below.length)];
}

/** Payments that Radar gave no score. */
export function unscoredIn(scores: Stats['risk_scores']): number {
  return scores.find(({ score }) => score === null)?.charges ?? 0;
}

/** Whether nothing at all was counted. */
export function isEmpty({ funnel, failure_codes, risk_scores }: Stats): boolean {
  return (
    Object.values(funnel).every((count) => count === 0) &&
    failure_codes.every(({ count }) => count === 0) &&
    risk_scores.every(({ charges }) => charges === 0)
  );
}

/** Where an axis of counts ends: low enough to see one, high enough that its marks are whole numbers. */
export function axisEnd(counts: readonly number[]): number {
  return Math.max(5, ...counts);
}

/** A name in lines of at most so many characters, broken at its blanks; a longer word has a line of its own. */
export function linesOf(name: string, width: number): string[] {
  return name.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    return last === undefined || last.length + 1 + word.length > width
      ? [...lines, word]
      : [...lines.slice(0, -1), `${last} ${word}`];
  }, []);
}
