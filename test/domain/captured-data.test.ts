// How much is read of a session, and what of it stays.

import { describe, expect, it } from 'vitest';
import { captureOf, wantedOfSession } from '../../functions/domain/captured-data.ts';
import type { Customer } from '../../functions/domain/customer.ts';
import type { PolicyRules } from '../../functions/domain/policy.ts';
import type { SessionRecord, StripeSession } from '../../functions/domain/session.ts';
import {
  aPendingCustomer,
  aPolicy,
  aSession,
  aSessionRecord,
  aPassport,
  nowMs,
} from '../support/builders.ts';

const referencesOnly = { dataRetention: 'references_only' } as const;
const redaction = { requestedAtMs: nowMs, throughSession: 1, completedAtMs: null };

function wanted(
  policy: Partial<PolicyRules>,
  customer: Partial<Customer> = {},
  record: Partial<SessionRecord> = {},
): string {
  return wantedOfSession(aPendingCustomer(customer), aSessionRecord(record), aPolicy(policy));
}

describe('what is read of a session', () => {
  it.each<[string, Partial<PolicyRules>, string]>([
    ['verified_fields', {}, 'verified_data'],
    ['verified_fields with a minimum age', { minimumAge: 18 }, 'verified_data'],
    ['references_only', referencesOnly, 'state'],
    ['references_only with a minimum age', { ...referencesOnly, minimumAge: 18 }, 'age'],
    ['references_only that reminds', { ...referencesOnly, documentExpiryReminders: true }, 'verified_data'],
    [
      'references_only that has expired documents verified again',
      { ...referencesOnly, documentExpiryReverification: true },
      'verified_data',
    ],
  ])('under %s: by what is kept', (_, policy, expected) => {
    expect(wanted(policy)).toBe(expected);
  });

  it('is its state alone where the customer is verified already', () => {
    expect(wanted({ minimumAge: 18 }, { identityStatus: 'verified' })).toBe('state');
  });

  it('is its state alone where it was superseded by a new requirement', () => {
    expect(wanted({ minimumAge: 18 }, { session: null, epoch: 2 }, { epoch: 1 })).toBe('state');
  });

  it('is no more than the rules need where a redaction took it in', () => {
    expect(wanted({}, { redaction })).toBe('state');
    expect(wanted({ minimumAge: 18 }, { redaction })).toBe('age');
    expect(wanted({}, { redaction, session: { id: 'vs_2', number: 2 } }, { number: 2 })).toBe(
      'verified_data',
    );
  });
});

describe('what stays of a verified session', () => {
  const passport = aPassport();
  const session: StripeSession = aSession({
    status: 'verified',
    dateOfBirth: { year: 2005, month: 6, day: 15 },
    verifiedData: passport,
  });
  const kept = (policy: Partial<PolicyRules>, customer: Partial<Customer> = {}, of = session) =>
    captureOf(aPendingCustomer(customer), aSessionRecord(), of, aPolicy(policy), nowMs);

  it('is all that it told, and what the age comes to', () => {
    expect(kept({ minimumAge: 21 })).toEqual({
      data: passport,
      ageClaims: { over18: true, overMinimumAge: false },
      documentExpiresOn: null,
    });
  });

  it('is nothing under references_only', () => {
    expect(kept(referencesOnly)).toEqual({ data: null, ageClaims: null, documentExpiresOn: null });
  });

  it('is the age that had to be shown, also under references_only', () => {
    const of = { ...session, verifiedData: null };

    expect(kept({ ...referencesOnly, minimumAge: 18 }, {}, of)).toEqual({
      data: null,
      ageClaims: { over18: true, overMinimumAge: true },
      documentExpiresOn: null,
    });
  });

  it('is the day of expiry where the policy acts on it, and nothing beside it under references_only', () => {
    expect(kept({ ...referencesOnly, documentExpiryReminders: true })).toEqual({
      data: null,
      ageClaims: null,
      documentExpiresOn: passport.expirationDate,
    });
    expect(kept({ documentExpiryReverification: true }).documentExpiresOn).toBe(passport.expirationDate);
  });

  it('is no day of expiry where Stripe told none', () => {
    const of = { ...session, verifiedData: { ...passport, expirationDate: null } };

    expect(kept({ documentExpiryReminders: true }, {}, of).documentExpiresOn).toBeNull();
  });

  it('is nothing of the age where no date of birth could be seen', () => {
    expect(kept({}, {}, { ...session, dateOfBirth: null }).ageClaims).toBeNull();
  });

  it('is nothing where a redaction took the session in', () => {
    expect(kept({ minimumAge: 18, documentExpiryReminders: true }, { redaction })).toEqual({
      data: null,
      ageClaims: null,
      documentExpiresOn: null,
    });
  });
});
