// Whatever the day on a document and whenever runs happen: no reminder twice, none too early, one end.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Customer } from '../../functions/domain/customer.ts';
import {
  decideDocumentExpiry,
  nextExpiryDay,
  type DocumentExpiry,
} from '../../functions/domain/document-expiry.ts';
import { aCustomer, aPolicy, dayMs, nowMs } from '../support/builders.ts';

const anyExpiryMs = fc.integer({ min: -40, max: 400 }).map((days) => nowMs + days * dayMs);
/** Runs in their order, with gaps as outages leave them. */
const anyRuns = fc
  .array(fc.integer({ min: 1, max: 40 * 24 }), { minLength: 1, maxLength: 60 })
  .map((hours) =>
    hours.reduce<number[]>((runs, gap) => [...runs, (runs.at(-1) ?? nowMs) + gap * 3_600_000], []),
  );
const anyRules = fc.record({
  documentExpiryReminders: fc.boolean(),
  documentExpiryReverification: fc.boolean(),
});

type Told = { atMs: number; kind: string | null; daysLeft: number | undefined };

/** One customer with one document through all runs, each under a policy of its own. */
function live(expiresOn: string, runs: readonly number[], rules: readonly Parameters<typeof aPolicy>[0][]) {
  let customer: Customer = aCustomer({ identityStatus: 'verified', verifiedAtMs: nowMs });
  let expiry: DocumentExpiry | null = { expiresOn, reachedDays: null };
  const told: Told[] = [];
  runs.forEach((atMs, index) => {
    if (expiry === null) return;
    const decision = decideDocumentExpiry(customer, expiry, aPolicy(rules[index % rules.length]), atMs);
    if (decision === null) return;
    ({ expiry } = decision);
    if (decision.change === null) return;
    customer = decision.change.after;
    told.push({ atMs, kind: decision.change.notification, daysLeft: decision.change.documentDaysLeft });
  });
  return { told, expiry: expiry as DocumentExpiry | null, customer };
}

const day = (timeMs: number): string => new Date(timeMs).toISOString().slice(0, 10);

describe('a document, through any runs under any policies', () => {
  it('brings at most one reminder for each of 30, 7 and 1 days, none before 30 days, ever nearer ones', () => {
    fc.assert(
      fc.property(anyExpiryMs, anyRuns, fc.array(anyRules, { minLength: 1 }), (expiryMs, runs, rules) => {
        const { told } = live(day(expiryMs), runs, rules);
        const left = told.flatMap(({ daysLeft }) => (daysLeft === undefined ? [] : [daysLeft]));

        for (const days of left) expect(days).toBeLessThanOrEqual(30);
        expect(left).toEqual(left.toSorted((one, other) => other - one));
        const thresholds = left.map((days) => (days <= 1 ? 1 : days <= 7 ? 7 : 30));
        expect(new Set(thresholds).size).toBe(thresholds.length);
      }),
    );
  });

  it('makes its owner verify again at most once, never while it is good, and is forgotten then', () => {
    fc.assert(
      fc.property(anyExpiryMs, anyRuns, fc.array(anyRules, { minLength: 1 }), (expiryMs, runs, rules) => {
        const { told, expiry, customer } = live(day(expiryMs), runs, rules);
        const asked = told.filter(({ kind }) => kind === 'verification_required');

        expect(asked.length).toBeLessThanOrEqual(1);
        for (const { atMs } of asked) {
          expect(day(atMs) > day(expiryMs)).toBe(true);
          expect(expiry).toBeNull();
          expect(customer).toMatchObject({ identityStatus: null, epoch: 1 });
        }
      }),
    );
  });

  it('is decided on from its next day on, and not before', () => {
    const always = { documentExpiryReminders: true, documentExpiryReverification: true };
    const anyReached = fc.constantFrom(null, 30, 7, 1);
    fc.assert(
      fc.property(
        anyExpiryMs,
        anyReached,
        fc.integer({ min: -40, max: 10 }),
        (expiryMs, reachedDays, days) => {
          const expiry: DocumentExpiry = { expiresOn: day(expiryMs), reachedDays };
          const atMs = expiryMs + days * dayMs;
          const customer = aCustomer({ identityStatus: 'verified' });

          const isDecided = decideDocumentExpiry(customer, expiry, aPolicy(always), atMs) !== null;
          expect(isDecided).toBe(nextExpiryDay(expiry) <= day(atMs));
        },
      ),
    );
  });
});
