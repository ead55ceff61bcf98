// The statistics that a sum of tallies becomes, and how exact its durations are.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketOf, quantileSeconds, relativeError } from '../../functions/domain/duration-sketch.ts';
import { statsOf, statsOfPeriod } from '../../functions/domain/identity-stats.ts';

describe('the statistics', () => {
  it('name everything, also what did not happen', () => {
    expect(statsOf({})).toEqual({
      funnel: {
        created: 0,
        flagged: 0,
        session_started: 0,
        attempts: 0,
        verified: 0,
        manually_verified: 0,
        failed: 0,
        cleared: 0,
      },
      failureCodes: [],
      riskScores: [10, 50, 75, null].map((score) => ({ score, count: 0 })),
      timeToVerify: { count: 0, medianSeconds: null, p90Seconds: null },
    });
  });

  it('take each number by its name', () => {
    const funnel = {
      created: 1,
      flagged: 2,
      session_started: 3,
      attempts: 4,
      verified: 5,
      manually_verified: 6,
      failed: 7,
      cleared: 8,
    };

    expect(statsOf({ ...funnel, 'error:abandoned': 9 })).toMatchObject({
      funnel,
      failureCodes: [{ code: 'abandoned', count: 9 }],
      timeToVerify: { count: 0 },
    });
  });

  it('list equally frequent failures by their codes', () => {
    const { failureCodes } = statsOf({ 'error:c': 2, 'error:a': 2, 'error:b': 2 });

    expect(failureCodes.map(({ code }) => code)).toEqual(['a', 'b', 'c']);
  });

  it('list the most frequent failures first', () => {
    const { failureCodes } = statsOf({
      'error:abandoned': 2,
      'error:selfie_face_mismatch': 5,
      'error:a:b': 2,
    });

    expect(failureCodes).toEqual([
      { code: 'selfie_face_mismatch', count: 5 },
      { code: 'a:b', count: 2 },
      { code: 'abandoned', count: 2 },
    ]);
  });

  it('count charges by score', () => {
    const { riskScores } = statsOf({ 'risk:75': 1, 'risk:none': 4 });

    expect(riskScores).toEqual([
      { score: 10, count: 0 },
      { score: 50, count: 0 },
      { score: 75, count: 1 },
      { score: null, count: 4 },
    ]);
  });

  it('tell half and nine in ten by time', () => {
    const { timeToVerify } = statsOf({
      [`verified_after:${bucketOf(60_000)}`]: 8,
      [`verified_after:${bucketOf(3_600_000)}`]: 2,
    });

    expect(timeToVerify.count).toBe(10);
    expect(Math.abs((timeToVerify.medianSeconds ?? 0) / 60 - 1)).toBeLessThanOrEqual(relativeError);
    expect(Math.abs((timeToVerify.p90Seconds ?? 0) / 3600 - 1)).toBeLessThanOrEqual(relativeError);
  });
});

describe('a quantile from the sketch', () => {
  const anyDurations = fc.array(fc.integer({ min: 1000, max: 400 * 24 * 3600 * 1000 }), { minLength: 1 });
  const anyShare = fc.constantFrom(0.01, 0.5, 0.9, 1);

  it('is off by the stated error at most, whatever the durations', () => {
    fc.assert(
      fc.property(anyDurations, anyShare, (durations, share) => {
        const sorted = durations.toSorted((left, right) => left - right);
        const exact = (sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1] ?? 0) / 1000;

        const told = quantileSeconds(
          durations.map((ms) => ({ bucket: bucketOf(ms), count: 1 })),
          share,
        );

        expect(Math.abs((told ?? 0) - exact)).toBeLessThanOrEqual(exact * relativeError + 1e-6);
      }),
    );
  });

  it('takes everything up to a second for a second', () => {
    expect(quantileSeconds([{ bucket: bucketOf(1000), count: 1 }], 0.5)).toBe(1);
    expect(quantileSeconds([{ bucket: bucketOf(1), count: 1 }], 0.5)).toBe(1);
  });

  it('keeps to few buckets, from a second to a year', () => {
    expect(bucketOf(0)).toBe(0);
    expect(bucketOf(-5)).toBe(0);
    expect(bucketOf(365 * 24 * 3600 * 1000)).toBeLessThan(180);
  });
});

describe('the statistics of a period', () => {
  it('have each of its days, also over the end of a leap February', () => {
    const { total, days } = statsOfPeriod(
      new Map([
        ['2028-02-28', { attempts: 1 }],
        ['2028-03-01', { attempts: 2, flagged: 4, 'error:abandoned': 1 }],
      ]),
      '2028-02-28',
      '2028-03-01',
    );

    expect(days.map(({ day, attempts, flagged }) => [day, attempts, flagged])).toEqual([
      ['2028-02-28', 1, 0],
      ['2028-02-29', 0, 0],
      ['2028-03-01', 2, 4],
    ]);
    expect(total).toMatchObject({
      funnel: { attempts: 3, flagged: 4 },
      failureCodes: [{ code: 'abandoned', count: 1 }],
    });
  });
});
