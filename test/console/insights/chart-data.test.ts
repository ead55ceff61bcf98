// What the charts draw, from what the API answers.

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isEmpty,
  linesOf,
  reasonsOf,
  riskPlaces,
  type Stats,
  mostBars,
  stretchesOf,
  unscoredIn,
} from '../../../console/pages/insights/chart-data.ts';
import { dayMs, dayOf } from '../../../console/pages/insights/period.ts';
import { de } from '../../../console/messages/de/index.ts';
import { en } from '../../../console/messages/en/index.ts';
import { fr } from '../../../console/messages/fr/index.ts';

type Day = Stats['days'][number];

const nothing: Omit<Day, 'date'> = {
  flagged: 0,
  attempts: 0,
  verified: 0,
  manually_verified: 0,
  failed: 0,
  cost_amount: 0,
};

/** So many days from a Wednesday on. */
const daysOf = (count: number, numbers: Partial<Day> = {}): Day[] =>
  Array.from({ length: count }, (_, index) => ({
    date: dayOf(Date.parse('2026-01-07') + index * dayMs),
    ...nothing,
    ...numbers,
  }));

describe('what happened over time', () => {
  test('is told by day for a month', () => {
    const stretches = stretchesOf(daysOf(31, { verified: 2 }), mostBars.wide);
    expect(stretches).toHaveLength(31);
    expect(stretches[0]).toMatchObject({ from: '2026-01-07', to: '2026-01-07', verified: 2 });
  });

  test('is told by week for longer, from Monday on, the first and the last cut off', () => {
    const stretches = stretchesOf(daysOf(32, { failed: 1, cost_amount: 0.1 }), mostBars.wide);
    expect(stretches.map(({ from, to, failed }) => [from, to, failed])).toEqual([
      ['2026-01-07', '2026-01-11', 5],
      ['2026-01-12', '2026-01-18', 7],
      ['2026-01-19', '2026-01-25', 7],
      ['2026-01-26', '2026-02-01', 7],
      ['2026-02-02', '2026-02-07', 6],
    ]);
    expect(stretches[1]?.cost_amount).toBe(0.7);
  });

  test('is told by month for a year, and on a phone for less', () => {
    expect(stretchesOf(daysOf(366), mostBars.wide).map(({ from, to }) => [from, to])).toEqual(
      expect.arrayContaining([
        ['2026-01-07', '2026-01-31'],
        ['2026-02-01', '2026-02-28'],
      ]),
    );
    expect(stretchesOf(daysOf(30), mostBars.narrow)).toHaveLength(5);
  });

  test('adds up to the same in bars that fit, however long the period is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1000), { minLength: 1, maxLength: 366 }),
        fc.constantFrom(31, 14),
        (counts, most) => {
          const days = daysOf(counts.length).map((day, index) => ({ ...day, attempts: counts[index] ?? 0 }));
          const stretches = stretchesOf(days, most);
          expect(stretches.length).toBeLessThanOrEqual(most);
          const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
          expect(sum(stretches.map(({ attempts }) => attempts))).toBe(sum(counts));
          expect(stretches[0]?.from).toBe(days[0]?.date);
          expect(stretches.at(-1)?.to).toBe(days.at(-1)?.date);
        },
      ),
    );
  });
});

describe('failure reasons', () => {
  const rest = (kinds: number): string => `${kinds} others`;

  test('come the most frequent first, in words', () => {
    const codes = [
      { code: 'b', count: 1 },
      { code: 'a', count: 5 },
    ];
    expect(reasonsOf(codes, (code) => code.toUpperCase(), rest)).toEqual([
      { text: 'A', count: 5 },
      { text: 'B', count: 1 },
    ]);
  });

  test('that are rare stand together where there are many', () => {
    const codes = Array.from({ length: 12 }, (_, index) => ({ code: `code_${index}`, count: 12 - index }));
    const reasons = reasonsOf(codes, (code) => code, rest);
    expect(reasons).toHaveLength(8);
    expect(reasons.at(-1)).toEqual({ text: '5 others', count: 5 + 4 + 3 + 2 + 1 });
  });

  test.each([
    ['English', en],
    ['German', de],
    ['French', fr],
  ] as const)('have words of their own in %s, so that no two share a bar', (_, { common, insights }) => {
    const words = Object.values(common.checkErrors);
    expect(new Set(words).size).toBe(words.length);
    const steps = Object.values(insights.funnel.steps);
    expect(new Set(steps).size).toBe(steps.length);
  });
});

describe('the threshold', () => {
  const scores = [
    { score: 10, charges: 4 },
    { score: 50, charges: 2 },
    { score: 75, charges: 1 },
    { score: null, charges: 3 },
  ];

  test.each([
    [0, ['|', 10, 50, 75]],
    [10, ['|', 10, 50, 75]],
    [11, [10, '|', 50, 75]],
    [50, [10, '|', 50, 75]],
    [51, [10, 50, '|', 75]],
    [100, [10, 50, 75, '|']],
    [null, [10, 50, 75]],
  ])('of %s stands below the scores that reach it', (threshold, expected) => {
    const places = riskPlaces(scores, threshold);
    expect(places.map((place) => (place.kind === 'score' ? place.score : '|'))).toEqual(expected);
  });

  test('leaves payments without a score apart', () => {
    expect(unscoredIn(scores)).toBe(3);
    expect(unscoredIn([])).toBe(0);
  });
});

describe('a period', () => {
  const stats: Stats = {
    from: '2026-01-07',
    to: '2026-01-07',
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
    failure_codes: [],
    risk_scores: [{ score: 10, charges: 0 }],
    time_to_verify: { count: 0, median_seconds: null, p90_seconds: null, relative_error: 0.05 },
    cost: { verifications: 0, price_per_verification: 1.5, amount: 0, currency: 'USD' },
    days: daysOf(1),
  };

  test('is empty where nothing was counted', () => {
    expect(isEmpty(stats)).toBe(true);
  });

  test('is not where there was a payment alone', () => {
    expect(isEmpty({ ...stats, risk_scores: [{ score: null, charges: 1 }] })).toBe(false);
  });
});

test.each([
  ['Signed up: 12', 28, ['Signed up: 12']],
  ['Document could not be read: 41', 17, ['Document could', 'not be read: 41']],
  ['a_code_without_blanks: 5', 10, ['a_code_without_blanks:', '5']],
])('"%s" in lines of %s characters is broken at its blanks', (name, width, lines) => {
  expect(linesOf(name, width)).toEqual(lines);
});
