// The statistics of a period, as the API answers them. Days are UTC.

import * as z from 'zod';
import { dayMs } from '../domain/calendar-date.ts';
import { relativeError } from '../domain/duration-sketch.ts';
import type { DayStats, IdentityStats } from '../domain/identity-stats.ts';
import { costJson, priceInQuery, toCostJson } from './price.ts';

const longestDays = 366;

export const identityStatsQuery = z
  .strictObject({
    from: z.iso.date().describe('The first day, UTC.'),
    to: z.iso.date().describe(`The last day, UTC; at most ${longestDays} days in all.`),
    ...priceInQuery,
  })
  .superRefine(({ from, to }, context) => {
    const days = (Date.parse(to) - Date.parse(from)) / dayMs + 1;
    // What is no date has been told of already.
    if (Number.isNaN(days) || (days >= 1 && days <= longestDays)) return;
    const message = days < 1 ? 'is before "from"' : `is more than ${longestDays} days after "from"`;
    context.addIssue({ code: 'custom', path: ['to'], message });
  });

const count = z.int();

export const identityStatsJson = z
  .object({
    from: z.string(),
    to: z.string(),
    funnel: z
      .object({
        created: count,
        flagged: count,
        session_started: count,
        attempts: count.describe('Checks that Stripe finished.'),
        verified: count.describe('By Stripe.'),
        manually_verified: count,
        failed: count.describe('For good.'),
        cleared: count,
      })
      .describe('What happened in the period; not of the same customers from step to step.'),
    failure_codes: z.array(z.object({ code: z.string(), count })),
    risk_scores: z.array(z.object({ score: z.number().nullable(), charges: count })),
    time_to_verify: z
      .object({
        count,
        median_seconds: z.number().nullable(),
        p90_seconds: z.number().nullable(),
        relative_error: z.number().describe('By this share the two may be off.'),
      })
      .describe('From being asked to being verified by Stripe.'),
    cost: costJson.describe('Of the checks that Stripe finished; failed ones are billed too.'),
    days: z
      .array(
        z.object({
          date: z.iso.date(),
          flagged: count,
          attempts: count,
          verified: count,
          manually_verified: count,
          failed: count,
          cost_amount: z.number().describe('Of its attempts, in `cost.currency`, to four decimals.'),
        }),
      )
      .describe('One for each day of the period, the first one first; days without anything have zeros.'),
  })
  .meta({ id: 'IdentityStats' });

export function toIdentityStatsJson(
  { total: stats, days }: { total: IdentityStats; days: readonly DayStats[] },
  query: z.infer<typeof identityStatsQuery>,
): z.infer<typeof identityStatsJson> {
  const { count: verified, medianSeconds, p90Seconds } = stats.timeToVerify;
  return {
    from: query.from,
    to: query.to,
    funnel: stats.funnel,
    failure_codes: [...stats.failureCodes],
    risk_scores: stats.riskScores.map(({ score, count: charges }) => ({ score, charges })),
    time_to_verify: {
      count: verified,
      median_seconds: rounded(medianSeconds),
      p90_seconds: rounded(p90Seconds),
      relative_error: relativeError,
    },
    cost: toCostJson(stats.funnel.attempts, query),
    days: days.map(({ day, ...counts }) => ({
      date: day,
      ...counts,
      cost_amount: toCostJson(counts.attempts, query).amount,
    })),
  };
}

function rounded(seconds: number | null): number | null {
  return seconds === null ? null : Math.round(seconds);
}
