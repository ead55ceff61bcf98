// A policy that is applied to existing customers: whom each mode flags, and whom it leaves alone.

import { describe, expect, it } from 'vitest';
import type { Customer } from '../../functions/domain/customer.ts';
import { decidePolicyApplication } from '../../functions/domain/policy-application.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import {
  aCustomer,
  aPolicy,
  aRiskAssessment,
  cleared,
  dayMs,
  nowMs,
  requiredByOperator,
  requiredByPolicy,
} from '../support/builders.ts';

function reasonGiven(customer: Partial<Customer>, policy: Partial<Policy>): unknown {
  const change = decidePolicyApplication(aCustomer(customer), aPolicy(policy), nowMs);
  if (change === null) return null;
  const { requirement } = change.after;
  return requirement.state === 'required' ? requirement.reason : requirement.state;
}

const score = (value: number | null) => ({ risk: aRiskAssessment({ score: value }) });
const all = { verificationMode: 'all_users' } as const;
const byRisk = { verificationMode: 'risk_based', riskThreshold: 50 } as const;
const never = { verificationMode: 'disabled', riskThreshold: 0, unscoredPayment: 'require' } as const;

describe('applying a policy flags', () => {
  const subaccountPolicy = { kind: 'subaccount_policy' };
  const exceeded = (value: number, threshold: number) => ({
    kind: 'risk_threshold_exceeded',
    score: value,
    threshold,
  });

  it.each<[string, Partial<Customer>, Partial<Policy>, unknown]>([
    ['all_users: whoever was asked for nothing', {}, all, subaccountPolicy],
    ['all_users: whoever failed before', { identityStatus: 'failed' }, all, subaccountPolicy],
    ['all_users: whoever pays without risk', score(10), all, subaccountPolicy],
    ['risk_based: a score at the threshold', score(50), byRisk, exceeded(50, 50)],
    ['risk_based: a score above it', score(75), byRisk, exceeded(75, 50)],
    ['risk_based: any score at threshold 0', score(10), { ...byRisk, riskThreshold: 0 }, exceeded(10, 0)],
    [
      'risk_based: an unscored payment where that is required',
      score(null),
      { ...byRisk, unscoredPayment: 'require' },
      { kind: 'unscored_payment' },
    ],
  ])('%s', (_, customer, policy, reason) => {
    expect(reasonGiven(customer, policy)).toEqual(reason);
  });
});

describe('applying a policy leaves alone', () => {
  it.each<[string, Partial<Customer>, Partial<Policy>]>([
    ['all_users: the verified', { identityStatus: 'verified' }, all],
    ['all_users: the cleared', { requirement: cleared }, all],
    ['all_users: the required', { requirement: requiredByPolicy }, all],
    ['all_users: those whom an operator asked', { requirement: requiredByOperator() }, all],
    ['all_users: the exempt', {}, { ...all, exemptCustomersCreatedBeforeMs: nowMs }],
    ['risk_based: a score below the threshold', score(10), byRisk],
    ['risk_based: the highest score below it', score(75), { ...byRisk, riskThreshold: 80 }],
    [
      'risk_based: who never paid, also where unscored payments count',
      {},
      { ...byRisk, unscoredPayment: 'require' },
    ],
    ['risk_based: an unscored payment that is allowed', score(null), byRisk],
    ['risk_based: the verified', { ...score(75), identityStatus: 'verified' }, byRisk],
    [
      'risk_based: the cleared, as a stored score is no new trigger',
      { ...score(75), requirement: cleared },
      byRisk,
    ],
    ['risk_based: the required', { ...score(75), requirement: requiredByPolicy }, byRisk],
    ['disabled: everybody', score(75), never],
    ['disabled: the unscored', score(null), never],
  ])('%s', (_, customer, policy) => {
    expect(reasonGiven(customer, policy)).toBeNull();
  });

  it('nobody for having signed up before a date, where risk is what asks', () => {
    const policy = { ...byRisk, exemptCustomersCreatedBeforeMs: nowMs + dayMs };

    expect(reasonGiven(score(75), policy)).toMatchObject({ kind: 'risk_threshold_exceeded' });
  });
});

describe('a flagging by application', () => {
  it('is pushed, dated now, one version and one epoch on', () => {
    const customer = aCustomer({ version: 4, epoch: 2 });

    const change = decidePolicyApplication(customer, aPolicy(all), nowMs);

    expect(change).toMatchObject({
      action: 'requirement_raised',
      notification: 'verification_required',
      after: { version: 5, epoch: 3, requirement: { state: 'required', atMs: nowMs } },
    });
  });
});
