// The statistics of a period, as operators read them, from the sum of its tallies.

import { dayMs, utcDay } from './calendar-date.ts';
import { quantileSeconds } from './duration-sketch.ts';
import { addTallies, tallyPrefixes, unscored, type Tally, type TallyName } from './identity-tally.ts';
import { riskScores } from './risk.ts';

/** Counts of what happened in a period; not of the same customers from step to step. */
export type IdentityStats = {
  funnel: Readonly<Record<TallyName, number>>;
  /** The most frequent first. */
  failureCodes: readonly { code: string; count: number }[];
  /** Charges by the score that they gave; null where the payment was not scored. */
  riskScores: readonly { score: number | null; count: number }[];
  /** From being asked to being verified by Stripe; null where nobody was. */
  timeToVerify: { count: number; medianSeconds: number | null; p90Seconds: number | null };
};

/** What happened on one UTC day, `2026-03-01`. */
export type DayStats = { day: string } & Readonly<
  Record<'flagged' | 'attempts' | 'verified' | 'manually_verified' | 'failed', number>
>;

/** A period as a whole, and each of its days, from the first to the last, also those without anything. */
export function statsOfPeriod(
  tallies: ReadonlyMap<string, Tally>,
  firstDay: string,
  lastDay: string,
): { total: IdentityStats; days: readonly DayStats[] } {
  const days: DayStats[] = [];
  for (let atMs = Date.parse(firstDay); atMs <= Date.parse(lastDay); atMs += dayMs) {
    const day = utcDay(atMs);
    days.push(statsOfDay(day, tallies.get(day) ?? {}));
  }
  return { total: statsOf([...tallies.values()].reduce<Tally>(addTallies, {})), days };
}

function statsOfDay(day: string, tally: Tally): DayStats {
  return {
    day,
    flagged: tally.flagged ?? 0,
    attempts: tally.attempts ?? 0,
    verified: tally.verified ?? 0,
    manually_verified: tally.manually_verified ?? 0,
    failed: tally.failed ?? 0,
  };
}

/** What a period's tallies add up to, as operators read it. */
export function statsOf(tally: Tally): IdentityStats {
  const durations = withPrefix(tally, tallyPrefixes.verifiedAfter).map(({ name, count }) => ({
    bucket: Number(name),
    count,
  }));
  const one = (name: TallyName): number => tally[name] ?? 0;
  return {
    funnel: {
      created: one('created'),
      flagged: one('flagged'),
      session_started: one('session_started'),
      attempts: one('attempts'),
      verified: one('verified'),
      manually_verified: one('manually_verified'),
      failed: one('failed'),
      cleared: one('cleared'),
    },
    failureCodes: withPrefix(tally, tallyPrefixes.error)
      .map(({ name, count }) => ({ code: name, count }))
      .toSorted((left, right) => right.count - left.count || (left.code < right.code ? -1 : 1)),
    riskScores: [...riskScores, null].map((score) => ({
      score,
      count: tally[`${tallyPrefixes.risk}${score ?? unscored}`] ?? 0,
    })),
    timeToVerify: {
      count: durations.reduce((sum, { count }) => sum + count, 0),
      medianSeconds: quantileSeconds(durations, 0.5),
      p90Seconds: quantileSeconds(durations, 0.9),
    },
  };
}

function withPrefix(tally: Tally, prefix: string): { name: string; count: number }[] {
  return Object.entries(tally).flatMap(([name, count]) =>
    name.startsWith(prefix) ? [{ name: name.slice(prefix.length), count }] : [],
  );
}
