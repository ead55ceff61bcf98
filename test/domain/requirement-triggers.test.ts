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
  aRiskAssessment,
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

describe('which charge speaks', () => {
  const assessed = aCustomer({ risk: aRiskAssessment(), firstChargeId: aRiskAssessment().chargeId });

  it('first_charge: only the first one', () => {
    expect(decideCharge(assessed, elevated, aPolicy(), nowMs)).toBeNull();
  });

  it('every_charge: each one', () => {
    const change = decideCharge(assessed, elevated, aPolicy({ riskEvaluation: 'every_charge' }), nowMs);

    expect(change?.action).toBe('requirement_raised');
  });

  it('every_charge: the same one only once', () => {
    const customer = aCustomer({ risk: aRiskAssessment({ chargeId: elevated.id }) });

    expect(decideCharge(customer, elevated, aPolicy({ riskEvaluation: 'every_charge' }), nowMs)).toBeNull();
  });

  it('a failed charge says nothing, so a later successful one is the first', () => {
    const failed = aCharge({ status: 'failed', outcomeType: 'issuer_declined', riskLevel: 'highest' });

    expect(decideCharge(aCustomer(), failed, aPolicy(), nowMs)).toBeNull();
  });

  it.each([
    { counts: true, action: 'requirement_raised' },
    { counts: false, action: undefined },
  ])('a charge that Radar blocked counts where the policy says so ($counts)', ({ counts, action }) => {
    const blocked = aCharge({ status: 'failed', outcomeType: 'blocked', riskLevel: 'highest' });

    const change = decideCharge(aCustomer(), blocked, aPolicy({ blockedChargeTriggers: counts }), nowMs);

    expect(change?.action).toBe(action);
  });

  const countBlocked = aPolicy({ blockedChargeTriggers: true });
  const blockedCharge = (riskLevel: string | null) =>
    aCharge({ id: 'ch_blocked', status: 'failed', outcomeType: 'blocked', riskLevel });

  it.each(['normal', null])(
    'a blocked charge (%s) takes nothing from the first successful one',
    (riskLevel) => {
      const afterBlocked = decideCharge(aCustomer(), blockedCharge(riskLevel), countBlocked, nowMs);
      if (afterBlocked === null) throw new Error('a blocked charge counts here');

      const change = decideCharge(afterBlocked.after, elevated, countBlocked, nowMs);

      expect(change).toMatchObject({
        action: 'requirement_raised',
        after: { firstChargeId: elevated.id, risk: { score: 50 } },
      });
    },
  );

  it('a blocked charge counts after the first successful one too', () => {
    const change = decideCharge(assessed, blockedCharge('highest'), countBlocked, nowMs);

    expect(change).toMatchObject({
      action: 'requirement_raised',
      after: { firstChargeId: assessed.firstChargeId, risk: { score: 75 } },
    });
  });

  it('a harmless first charge doesn’t hide what a blocked one showed', () => {
    const flagged = decideCharge(aCustomer(), blockedCharge('highest'), countBlocked, nowMs);
    if (flagged === null) throw new Error('a blocked charge counts here');

    const change = decideCharge(
      flagged.after,
      aCharge({ id: 'ch_9', riskLevel: 'normal' }),
      countBlocked,
      nowMs,
    );

    expect(change?.after).toMatchObject({
      firstChargeId: 'ch_9',
      risk: { score: 75 },
      requirement: { state: 'required' },
    });
  });
});
