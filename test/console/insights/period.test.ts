// Which days the page tells of, and what its address says. Whatever somebody pastes, the API takes what is asked.

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  daysIn,
  faultOf,
  lastDays,
  longestDays,
  periodOf,
  presetOf,
} from '../../../console/pages/insights/period.ts';
import { readUrlState, writeUrlState } from '../../../console/pages/insights/url-state.ts';
import { identityStatsQuery } from '../../../functions/contracts/identity-stats.ts';

const now = Date.parse('2026-03-01T23:59:59Z');
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const period = fc
  .tuple(day, fc.integer({ min: 0, max: longestDays - 1 }))
  .map(([to, before]) => ({ from: lastDays(before + 1, Date.parse(to)).from, to }));
const price = fc.record({
  perVerification: fc.integer({ min: 0, max: 100_000_000 }).map((parts) => parts / 10_000),
  currency: fc.constantFrom('USD', 'EUR', 'JPY', 'XYZ'),
});

/** What is often wrong in an address, beside what is right. */
const pasted = fc.oneof(
  day,
  fc.constantFrom(
    '2026-02-30',
    '2026-13-01',
    '0000-01-01',
    '+010000-01-01',
    '2026-3-1',
    '',
    '1e3',
    '-1',
    'usd',
  ),
  fc.string(),
);

describe('an address', () => {
  test('says again what was written into it', () => {
    fc.assert(
      fc.property(fc.record({ period: fc.option(period), price: fc.option(price) }), (state) => {
        expect(readUrlState(new URLSearchParams(writeUrlState(state)))).toEqual(state);
      }),
    );
  });

  test('never makes the page ask for what the API refuses', () => {
    fc.assert(
      fc.property(pasted, pasted, pasted, pasted, (from, to, asked, currency) => {
        const query = new URLSearchParams({ from, to, price: asked, currency });
        const state = readUrlState(query);
        const { success } = identityStatsQuery.safeParse({
          ...(state.period ?? lastDays(30, now)),
          ...(state.price !== null && {
            price_per_verification: String(state.price.perVerification),
            currency: state.price.currency,
          }),
        });
        expect(success).toBe(true);
      }),
    );
  });

  test('leaves out what was not chosen', () => {
    expect(writeUrlState({ period: null, price: null })).toBe('');
    expect(
      writeUrlState({
        period: { from: '2026-02-01', to: '2026-02-03' },
        price: { perVerification: 1.25, currency: 'EUR' },
      }),
    ).toBe('?from=2026-02-01&to=2026-02-03&price=1.25&currency=EUR');
  });
});

describe('a period', () => {
  test('has a fault exactly where the API refuses it', () => {
    fc.assert(
      fc.property(pasted, pasted, (from, to) => {
        expect(faultOf({ from, to }) === null).toBe(identityStatsQuery.safeParse({ from, to }).success);
      }),
    );
  });

  test.each([
    ['2026-01-02', '2026-01-01', 'backwards'],
    ['2025-01-01', '2026-01-01', null],
    ['2025-01-01', '2026-01-02', 'tooLong'],
    ['2026-02-29', '2026-03-01', 'noDay'],
  ] as const)('from %s to %s has the fault %s', (from, to, fault) => {
    expect(faultOf({ from, to })).toBe(fault);
  });

  test('of the last days ends today, in UTC', () => {
    expect(lastDays(1, now)).toEqual({ from: '2026-03-01', to: '2026-03-01' });
    expect(lastDays(30, now)).toEqual({ from: '2026-01-31', to: '2026-03-01' });
    expect(daysIn(lastDays(90, now))).toBe(90);
  });

  test('is a preset only as long as it ends today', () => {
    expect(presetOf(lastDays(7, now), now)).toBe(7);
    expect(presetOf(lastDays(8, now), now)).toBeNull();
    expect(presetOf(lastDays(7, now), now + 1000)).toBeNull();
  });

  test('is what was picked: days, or so many days or weeks up to today', () => {
    const absolute = { type: 'absolute', startDate: '2026-01-01', endDate: '2026-01-09' } as const;
    expect(periodOf(absolute, now)).toEqual({ from: '2026-01-01', to: '2026-01-09' });
    expect(daysIn(periodOf({ type: 'relative', amount: 5, unit: 'week' }, now))).toBe(35);
    const far = periodOf({ type: 'relative', amount: 1e12, unit: 'day' }, now);
    expect(faultOf(far)).toBe('tooLong');
    expect(faultOf(periodOf({ type: 'relative', amount: 0, unit: 'day' }, now))).toBe('backwards');
  });
});
