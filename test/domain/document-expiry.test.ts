// When somebody is told that his document expires, and when he has to verify again.

import { describe, expect, it } from 'vitest';
import type { Customer } from '../../functions/domain/customer.ts';
import {
  decideDocumentExpiry,
  nextExpiryDay,
  type DocumentExpiry,
} from '../../functions/domain/document-expiry.ts';
import type { PolicyRules } from '../../functions/domain/policy.ts';
import { aCustomer, aPolicy, dayMs } from '../support/builders.ts';

const expiresOn = '2026-05-31';
const midnightMs = Date.parse('2026-05-31T00:00:00.000Z');
const daysBefore = (days: number): number => midnightMs - days * dayMs;

const verified: Partial<Customer> = {
  identityStatus: 'verified',
  verifiedAtMs: daysBefore(400),
  session: { id: 'vs_1', number: 1 },
  sessionCount: 1,
  epoch: 1,
  version: 4,
};
const both = { documentExpiryReminders: true, documentExpiryReverification: true };

function decide(
  nowMs: number,
  reachedDays: DocumentExpiry['reachedDays'] = null,
  rules: Partial<PolicyRules> = both,
  customer: Partial<Customer> = {},
) {
  const expiry = { expiresOn, reachedDays };
  return decideDocumentExpiry(aCustomer({ ...verified, ...customer }), expiry, aPolicy(rules), nowMs);
}

describe('a reminder', () => {
  it.each([
    ['31 days before', daysBefore(31), null, null],
    ['in the last millisecond before 30 days', daysBefore(30) - 1, null, null],
    ['30 days before', daysBefore(30), null, { reachedDays: 30, daysLeft: 30 }],
    ['8 days before, where the first was sent', daysBefore(8), 30, null],
    ['7 days before', daysBefore(7), 30, { reachedDays: 7, daysLeft: 7 }],
    ['2 days before, where the second was sent', daysBefore(2), 7, null],
    ['1 day before', daysBefore(1), 7, { reachedDays: 1, daysLeft: 1 }],
    ['on the last day, where all were sent', midnightMs, 1, null],
    [
      '20 days before, where none was sent: the nearest',
      daysBefore(20),
      null,
      { reachedDays: 30, daysLeft: 20 },
    ],
    [
      '5 days before, where none was sent: one for both',
      daysBefore(5),
      null,
      { reachedDays: 7, daysLeft: 5 },
    ],
    ['on the last day, where none was sent: one for all', midnightMs, null, { reachedDays: 1, daysLeft: 0 }],
    ['on the last day, late', midnightMs + dayMs - 1, 7, { reachedDays: 1, daysLeft: 0 }],
  ] as const)('%s', (_, nowMs, reached, expected) => {
    const decision = decide(nowMs, reached);

    if (expected === null) expect(decision).toBeNull();
    else {
      expect(decision).toMatchObject({
        change: { notification: 'document_expiring', documentDaysLeft: expected.daysLeft },
        expiry: { expiresOn, reachedDays: expected.reachedDays },
      });
    }
  });

  it('changes nothing of its customer but the version', () => {
    const customer = aCustomer(verified);
    const decision = decideDocumentExpiry(
      customer,
      { expiresOn, reachedDays: null },
      aPolicy(both),
      daysBefore(30),
    );

    expect(decision?.change).toMatchObject({
      after: { ...customer, version: customer.version + 1 },
      action: 'document_expiry_reminded',
    });
  });

  it('passes in silence where the policy wants none, and doesn’t come back', () => {
    const decision = decide(daysBefore(30), null, { documentExpiryReverification: true });

    expect(decision).toEqual({ change: null, expiry: { expiresOn, reachedDays: 30 } });
    expect(decide(daysBefore(25), decision?.expiry?.reachedDays)).toBeNull();
  });
});

describe('a document that has expired', () => {
  it('is good to the end of its last day', () => {
    expect(decide(midnightMs + dayMs - 1, 1)).toBeNull();
    expect(decide(midnightMs + dayMs, 1)).not.toBeNull();
  });

  it('has its owner verify again, from the start', () => {
    const nowMs = midnightMs + dayMs;

    expect(decide(nowMs, 1)).toMatchObject({
      change: {
        action: 'requirement_raised',
        notification: 'verification_required',
        after: {
          identityStatus: null,
          identityStatusAtMs: nowMs,
          verifiedAtMs: null,
          session: null,
          epoch: 2,
          version: 5,
          requirement: {
            state: 'required',
            atMs: nowMs,
            reason: { kind: 'operator_request', code: 'document_expired' },
          },
        },
      },
      expiry: null,
    });
  });

  it('has no other effect where the policy only reminds', () => {
    const reminders = { documentExpiryReminders: true };

    expect(decide(midnightMs + dayMs, null, reminders)).toEqual({ change: null, expiry: null });
  });
});

describe('the expiry is no longer kept', () => {
  it.each<[string, Partial<PolicyRules>, Partial<Customer>]>([
    ['where the policy has no use for it', {}, {}],
    ['of a customer who isn’t verified any more', both, { identityStatus: null, verifiedAtMs: null }],
    ['of one who is trying again', both, { identityStatus: 'pending' }],
    [
      'of one for whom an operator vouches now',
      both,
      { manualVerification: { by: 'u_ada', atMs: daysBefore(1), version: 4 } },
    ],
  ])('%s', (_, rules, customer) => {
    const nothing = { change: null, expiry: null };

    expect(decide(daysBefore(100), null, rules, customer)).toEqual(nothing);
    expect(decide(midnightMs + dayMs, null, rules, customer)).toEqual(nothing);
  });
});

describe('the day on which there is something to decide', () => {
  it.each([
    [null, '2026-05-01'],
    [30, '2026-05-24'],
    [7, '2026-05-30'],
    [1, '2026-06-01'],
  ] as const)('after reminder %s is %s', (reachedDays, day) => {
    expect(nextExpiryDay({ expiresOn, reachedDays })).toBe(day);
  });

  it('goes over leap days and the turn of a year', () => {
    expect(nextExpiryDay({ expiresOn: '2028-03-01', reachedDays: 7 })).toBe('2028-02-29');
    expect(nextExpiryDay({ expiresOn: '2027-01-15', reachedDays: null })).toBe('2026-12-16');
  });
});
