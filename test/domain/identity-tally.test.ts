// What each change of a customer counts for.

import { describe, expect, it } from 'vitest';
import { changeCustomer, type CustomerChange } from '../../functions/domain/customer-change.ts';
import type { Customer } from '../../functions/domain/customer.ts';
import { addTallies, tallyOf } from '../../functions/domain/identity-tally.ts';
import { decideManualVerification } from '../../functions/domain/manual-verification.ts';
import {
  decideClearRequirement,
  decideRequireVerification,
} from '../../functions/domain/operator-requirement.ts';
import { decideCharge, decideCreation } from '../../functions/domain/requirement-triggers.ts';
import { decideSessionOutcome } from '../../functions/domain/session-outcome.ts';
import type { StripeSession } from '../../functions/domain/session.ts';
import {
  aCharge,
  aCustomer,
  aPendingCustomer,
  aPolicy,
  aRiskAssessment,
  aSession,
  aSessionRecord,
  cleared,
  minuteMs,
  nowMs,
  requiredByPolicy,
} from '../support/builders.ts';

const notes = 'Known to us.';
const all = aPolicy({ verificationMode: 'all_users' });

function outcome(before: Customer, session: Partial<StripeSession>): CustomerChange | null {
  return decideSessionOutcome(before, aSessionRecord(), aSession(session), aPolicy(), nowMs);
}

const rejected = { lastError: { code: 'selfie_face_mismatch', reason: null }, reportCount: 1 };
const pending = aPendingCustomer();
const retrying = aPendingCustomer({ attemptCount: 1, lastError: rejected.lastError });
const lastTry = aPendingCustomer({ attemptCount: 2, lastError: rejected.lastError });

describe('a change counts', () => {
  it.each<[string, Customer | null, CustomerChange | null, Record<string, number>]>([
    ['a customer', null, decideCreation(aCustomer(), aPolicy()), { created: 1 }],
    [
      'a customer who is flagged at creation',
      null,
      decideCreation(aCustomer(), all),
      { created: 1, flagged: 1 },
    ],
    [
      'a charge without risk',
      aCustomer(),
      decideCharge(aCustomer(), aCharge(), aPolicy(), nowMs),
      { 'risk:10': 1 },
    ],
    [
      'a charge that flags',
      aCustomer(),
      decideCharge(aCustomer(), aCharge({ riskLevel: 'highest' }), aPolicy(), nowMs),
      { flagged: 1, 'risk:75': 1 },
    ],
    [
      'a charge that was not scored',
      aCustomer(),
      decideCharge(aCustomer(), aCharge({ riskLevel: 'not_assessed' }), aPolicy(), nowMs),
      { 'risk:none': 1 },
    ],
    [
      'a session',
      aCustomer(),
      changeCustomer(aCustomer(), 'session_started', { sessionCount: 1, identityStatus: 'pending' }),
      { session_started: 1 },
    ],
    [
      'a verification with its time',
      pending,
      outcome(pending, { status: 'verified', reportCount: 1 }),
      {
        attempts: 1,
        verified: 1,
        'verified_after:41': 1,
      },
    ],
    ['a failed check', pending, outcome(pending, rejected), { attempts: 1, 'error:selfie_face_mismatch': 1 }],
    [
      'the same error again',
      retrying,
      outcome(retrying, rejected),
      {
        attempts: 1,
        'error:selfie_face_mismatch': 1,
      },
    ],
    [
      'a failure for good',
      lastTry,
      outcome(lastTry, rejected),
      {
        attempts: 1,
        failed: 1,
        'error:selfie_face_mismatch': 1,
      },
    ],
    [
      'an error without a finished check',
      pending,
      outcome(pending, { ...rejected, reportCount: 0 }),
      {
        'error:selfie_face_mismatch': 1,
      },
    ],
    [
      'a session that is being checked',
      retrying,
      outcome(retrying, { status: 'processing', reportCount: 1 }),
      {
        attempts: 1,
      },
    ],
    [
      'a manual verification',
      pending,
      decideManualVerification(pending, null, { userId: 'op-1', notes }, nowMs),
      { manually_verified: 1 },
    ],
    ['a clearing', pending, decideClearRequirement(pending, all, { notes }, nowMs), { cleared: 1 }],
    [
      'an operator’s request as a flagging, and takes no attempts back',
      lastTry,
      decideRequireVerification(lastTry, { code: 'other', notes: null }, nowMs),
      { flagged: 1 },
    ],
  ])('%s', (_, before, change, tally) => {
    if (change === null) throw new Error('nothing changed');

    expect(tallyOf(before, change)).toEqual(tally);
  });

  it('the time to verify from the moment of being asked', () => {
    const requirement = { ...requiredByPolicy, atMs: nowMs - 60 * minuteMs };
    const asked = aPendingCustomer({ requirement });
    const change = outcome(asked, { status: 'verified', reportCount: 1 });
    if (change === null) throw new Error('nothing changed');

    expect(tallyOf(asked, change)).toMatchObject({ 'verified_after:82': 1 });
  });

  it('no time for whoever was not asked', () => {
    const unasked = aPendingCustomer({ requirement: { state: 'none' } });
    const change = outcome(unasked, { status: 'verified', reportCount: 1 });
    if (change === null) throw new Error('nothing changed');

    expect(tallyOf(unasked, change)).toEqual({ attempts: 1, verified: 1 });
  });
});

describe('what was counted once', () => {
  it.each([
    ['a failure', aPendingCustomer({ identityStatus: 'failed', risk: aRiskAssessment() })],
    ['a clearing', aCustomer({ requirement: cleared, risk: aRiskAssessment() })],
  ])('%s, is not counted again with the next change, nor is the charge before it', (_, customer) => {
    const change = changeCustomer(customer, 'alternative_requested', { alternativeRequestedAtMs: nowMs });

    expect(tallyOf(customer, change)).toEqual({});
  });
});

it('tallies add up by name', () => {
  expect(addTallies({ created: 1, 'risk:10': 2 }, { created: 3, failed: 1 })).toEqual({
    created: 4,
    'risk:10': 2,
    failed: 1,
  });
});
