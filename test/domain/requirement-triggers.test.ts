// Who is flagged, when, and what else a charge leaves behind.

import { describe, expect, it } from 'vitest';
import type { Customer } from '../../functions/domain/customer.ts';
import {
  decideCharge,
  decideCreation,
  decidePolicyFlag,
} from '../../functions/domain/requirement-triggers.ts';
import {
  aCharge,
  aCustomer,
  aPolicy,
  cleared,
  dayMs,
  nowMs,
  requiredByOperator,
  requiredByPolicy,
  requiredByRisk,
} from '../support/builders.ts';

const allUsers = aPolicy({ verificationMode: 'all_users' });
const elevated = aCharge({ riskLevel: 'elevated' });

describe('a customer who is created', () => {
  it('under all_users is flagged at once and told so, still as version 1', () => {
    const customer = aCustomer({ createdAtMs: nowMs });

    const { after, action, notification } = decideCreation(customer, allUsers);

    expect(after).toMatchObject({
      version: 1,
      requirement: { state: 'required', atMs: nowMs, reason: { kind: 'subaccount_policy' } },
      epoch: 1,
      identityStatus: null,
    });
    expect({ action, notification }).toEqual({
      action: 'customer_created',
      notification: 'verification_required',
    });
  });

  it.each(['risk_based', 'disabled'] as const)('under %s is not flagged and hears nothing', (mode) => {
    const customer = aCustomer();

    const change = decideCreation(customer, aPolicy({ verificationMode: mode }));

    expect(change).toMatchObject({ after: customer, notification: null });
  });

  it('under all_users with an exemption that lies in the future is not flagged', () => {
    const policy = { ...allUsers, exemptCustomersCreatedBeforeMs: nowMs + dayMs };

    expect(decideCreation(aCustomer({ createdAtMs: nowMs }), policy).after.requirement.state).toBe('none');
  });
});

describe('an existing customer under all_users', () => {
  it('is flagged for good, with one push', () => {
    const change = decidePolicyFlag(aCustomer({ version: 4 }), allUsers, nowMs);

    expect(change).toMatchObject({
      action: 'requirement_raised',
      notification: 'verification_required',
      after: {
        version: 5,
        epoch: 1,
        requirement: { state: 'required', atMs: nowMs, reason: { kind: 'subaccount_policy' } },
      },
    });
  });

  it.each<{ who: string; customer: Partial<Customer> }>([
    { who: 'is flagged already', customer: { requirement: requiredByRisk } },
    { who: 'an operator cleared', customer: { requirement: cleared } },
    { who: 'is verified', customer: { identityStatus: 'verified' } },
    { who: 'is exempt', customer: { createdAtMs: nowMs - 10 * dayMs } },
  ])('who $who is left alone', ({ customer }) => {
    const policy = { ...allUsers, exemptCustomersCreatedBeforeMs: nowMs - 5 * dayMs };

    expect(decidePolicyFlag(aCustomer(customer), policy, nowMs)).toBeNull();
  });

  it.each(['risk_based', 'disabled'] as const)('is left alone once the mode is %s', (mode) => {
    expect(decidePolicyFlag(aCustomer(), aPolicy({ verificationMode: mode }), nowMs)).toBeNull();
  });
});

describe('a charge at or over the threshold', () => {
  it('flags the customer with the score in the reason, and one push', () => {
    const change = decideCharge(aCustomer(), elevated, aPolicy(), nowMs);

    expect(change).toMatchObject({
      action: 'requirement_raised',
      notification: 'verification_required',
      after: {
        version: 2,
        epoch: 1,
        risk: { chargeId: 'ch_1', level: 'elevated', score: 50, assessedAtMs: nowMs },
        requirement: {
          state: 'required',
          atMs: nowMs,
          reason: { kind: 'risk_threshold_exceeded', score: 50, threshold: 50 },
        },
      },
    });
  });

  it('flags a customer again whom an operator had cleared', () => {
    const change = decideCharge(aCustomer({ requirement: cleared, epoch: 1 }), elevated, aPolicy(), nowMs);

    expect(change?.after).toMatchObject({ requirement: { state: 'required' }, epoch: 2 });
  });

  it.each<{ who: string; customer: Partial<Customer> }>([
    { who: 'is verified', customer: { identityStatus: 'verified' } },
    { who: 'is flagged by the policy already', customer: { requirement: requiredByPolicy } },
    { who: 'is flagged by an operator already', customer: { requirement: requiredByOperator() } },
  ])('only leaves its score with a customer who $who, and no push', ({ customer }) => {
    const before = aCustomer(customer);

    const change = decideCharge(before, elevated, aPolicy(), nowMs);

    expect(change).toMatchObject({ action: 'risk_assessed', notification: null });
    expect(change?.after).toMatchObject({ requirement: before.requirement, epoch: 0, risk: { score: 50 } });
  });

  it.each(['all_users', 'disabled'] as const)('only leaves its score in mode %s', (mode) => {
    const change = decideCharge(aCustomer(), elevated, aPolicy({ verificationMode: mode }), nowMs);

    expect(change).toMatchObject({
      action: 'risk_assessed',
      notification: null,
      after: { risk: { score: 50 }, requirement: { state: 'none' } },
    });
  });
});

describe('a charge that is not over the threshold', () => {
  it('leaves its score and asks for nothing', () => {
    const change = decideCharge(aCustomer(), aCharge({ radarScore: 5 }), aPolicy(), nowMs);

    expect(change).toMatchObject({
      action: 'risk_assessed',
      notification: null,
      after: {
        risk: { score: 10, level: 'normal', radarScore: 5 },
        requirement: { state: 'none' },
        epoch: 0,
      },
    });
  });

  it('without a score flags where the policy wants unscored payments checked', () => {
    const policy = aPolicy({ unscoredPayment: 'require' });

    const change = decideCharge(aCustomer(), aCharge({ riskLevel: 'not_assessed' }), policy, nowMs);

    expect(change?.after).toMatchObject({
      risk: { level: 'not_assessed', score: null },
      requirement: { state: 'required', reason: { kind: 'unscored_payment' } },
    });
  });
});
