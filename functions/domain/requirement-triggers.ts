// What makes a customer have to verify: the policy itself, or a payment.

import { changeCustomer, raisedRequirement, type CustomerChange } from './customer-change.ts';
import type { Customer } from './customer.ts';
import { isExemptFromAllUsers, type PolicyRules } from './policy.ts';
import type { RequirementReason } from './requirement.ts';
import {
  assessCharge,
  isRiskRelevant,
  riskRequirementReason,
  type Charge,
  type RiskAssessment,
} from './risk.ts';

type AllUsersPolicy = Pick<PolicyRules, 'verificationMode' | 'exemptCustomersCreatedBeforeMs'>;

/** A customer as created: flagged at once where the policy asks everybody. */
export function decideCreation(customer: Customer, policy: AllUsersPolicy): CustomerChange {
  const flagged = policyFlag(customer, policy, customer.createdAtMs);
  return {
    after: { ...customer, ...flagged },
    action: 'customer_created',
    notes: null,
    notification: flagged === null ? null : 'verification_required',
  };
}

/** Flags for good a customer whom an `all_users` policy treats as required already; null where it doesn't. */
export function decidePolicyFlag(
  customer: Customer,
  policy: AllUsersPolicy,
  nowMs: number,
): CustomerChange | null {
  const flagged = policyFlag(customer, policy, nowMs);
  if (flagged === null) return null;
  return changeCustomer(customer, 'requirement_raised', flagged, { notification: 'verification_required' });
}

function policyFlag(
  customer: Customer,
  policy: AllUsersPolicy,
  nowMs: number,
): ReturnType<typeof raisedRequirement> | null {
  const reason = allUsersReason(customer, policy);
  return reason === null ? null : raisedRequirement(customer, reason, nowMs);
}

/** The reason that an `all_users` policy gives to flag a customer, or null where it gives none. */
export function allUsersReason(
  customer: Pick<Customer, 'createdAtMs' | 'identityStatus' | 'requirement'>,
  policy: AllUsersPolicy,
): RequirementReason | null {
  if (policy.verificationMode !== 'all_users' || isExemptFromAllUsers(customer, policy)) return null;
  if (customer.requirement.state !== 'none' || customer.identityStatus === 'verified') return null;
  return { kind: 'subaccount_policy' };
}

/**
 * What a charge does to its customer: the score is noted, and may raise the requirement. Under a
 * `first_charge` policy a successful charge has to be the customer's first; one that Radar blocked is no
 * successful one, so it takes nothing from the first.
 */
export function decideCharge(
  customer: Customer,
  charge: Charge,
  policy: PolicyRules,
  nowMs: number,
): CustomerChange | null {
  if (!isRiskRelevant(charge, policy) || wasAssessed(customer, charge, policy)) return null;
  const assessment = assessCharge(charge, nowMs);
  const succeeded = charge.status === 'succeeded';
  const noted = {
    risk: notedRisk(customer, assessment, succeeded),
    firstChargeId: succeeded ? (customer.firstChargeId ?? charge.id) : customer.firstChargeId,
  };
  const reason = riskRequirementReason(assessment.score, policy);
  const canBeFlagged = customer.identityStatus !== 'verified' && customer.requirement.state !== 'required';
  if (reason === null || !canBeFlagged) return changeCustomer(customer, 'risk_assessed', noted);
  return changeCustomer(
    customer,
    'requirement_raised',
    { ...noted, ...raisedRequirement(customer, reason, nowMs) },
    { notification: 'verification_required' },
  );
}

function wasAssessed(
  customer: Customer,
  charge: Charge,
  policy: Pick<PolicyRules, 'riskEvaluation'>,
): boolean {
  if (customer.risk?.chargeId === charge.id || customer.firstChargeId === charge.id) return true;
  return (
    charge.status === 'succeeded' &&
    policy.riskEvaluation === 'first_charge' &&
    customer.firstChargeId !== null
  );
}

/** The newest successful charge speaks; where blocked ones are in play, the worst of them does. */
function notedRisk(customer: Customer, assessment: RiskAssessment, succeeded: boolean): RiskAssessment {
  const { risk } = customer;
  const blockedInPlay = !succeeded || customer.firstChargeId === null;
  if (risk === null || !blockedInPlay) return assessment;
  return (assessment.score ?? 0) >= (risk.score ?? 0) ? assessment : risk;
}
