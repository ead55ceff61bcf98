// Applying a policy to the customers who were there before it: whom it flags, and why.

import { changeCustomer, raisedRequirement, type CustomerChange } from './customer-change.ts';
import type { Customer } from './customer.ts';
import type { PolicyRules } from './policy.ts';
import { allUsersReason } from './requirement-triggers.ts';
import type { RequirementReason } from './requirement.ts';
import { riskRequirementReason, type RiskAssessment } from './risk.ts';

/** What a policy reads of a customer. */
export type PolicySubject = Pick<Customer, 'id' | 'createdAtMs' | 'identityStatus' | 'requirement'> & {
  /** Null before the first charge. */
  risk: Pick<RiskAssessment, 'score'> | null;
};

/** All of a policy that its application reads. */
export type ApplicablePolicy = Pick<
  PolicyRules,
  'verificationMode' | 'riskThreshold' | 'unscoredPayment' | 'exemptCustomersCreatedBeforeMs'
>;

/**
 * Why a policy flags a customer who is there already, by what is known of him: everybody in `all_users`, a
 * stored score in `risk_based`. Null for who is required, cleared or verified; a stored score is no new
 * trigger, so a cleared customer stays cleared.
 */
export function policyApplicationReason(
  subject: PolicySubject,
  policy: ApplicablePolicy,
): RequirementReason | null {
  if (!isFlaggable(subject)) return null;
  if (policy.verificationMode === 'all_users') return allUsersReason(subject, policy);
  return subject.risk === null ? null : riskRequirementReason(subject.risk.score, policy);
}

/** Whether a policy could flag a customer at all: neither required nor cleared nor verified. */
export function isFlaggable(subject: Pick<PolicySubject, 'identityStatus' | 'requirement'>): boolean {
  return subject.requirement.state === 'none' && subject.identityStatus !== 'verified';
}

/** Flags a customer as a policy asks; null where it doesn't, so that repeating it is harmless. */
export function decidePolicyApplication(
  customer: Customer,
  policy: ApplicablePolicy,
  nowMs: number,
): CustomerChange | null {
  const reason = policyApplicationReason(customer, policy);
  if (reason === null) return null;
  return changeCustomer(customer, 'requirement_raised', raisedRequirement(customer, reason, nowMs), {
    notification: 'verification_required',
  });
}
