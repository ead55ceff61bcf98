// THE rule: may this customer start a ride? The first condition that holds decides.

import type { Customer, IdentityStatus } from './customer.ts';
import { isExemptFromAllUsers, type PolicyRules } from './policy.ts';

/** Why a ride is allowed; clients branch on it. */
export const allowCodes = [
  'verified',
  'requirement_cleared',
  'policy_disabled',
  'exempt_existing_customer',
  'not_required',
] as const;
export type AllowCode = (typeof allowCodes)[number];

/** Why a ride is blocked; clients branch on it. */
export const blockCodes = [
  'verification_required',
  'verification_pending',
  'verification_requires_input',
  'verification_failed',
  'verification_canceled',
] as const;
export type BlockCode = (typeof blockCodes)[number];

/** The gate's answer. */
export type RideDecision = { allowed: true; code: AllowCode } | { allowed: false; code: BlockCode };

/** All of a customer that the gate reads. */
export type RideGateCustomer = Pick<Customer, 'identityStatus' | 'requirement' | 'createdAtMs'>;
/** All of a policy that the gate reads. */
export type RideGatePolicy = Pick<PolicyRules, 'verificationMode' | 'exemptCustomersCreatedBeforeMs'>;

/** What an operator decided outranks the policy; what the policy asks of everybody comes last. */
export function decideRideGate(customer: RideGateCustomer, policy: RideGatePolicy): RideDecision {
  const { requirement, identityStatus } = customer;
  if (identityStatus === 'verified') return { allowed: true, code: 'verified' };
  if (requirement.state === 'cleared') return { allowed: true, code: 'requirement_cleared' };
  if (requirement.state === 'required' && requirement.reason.kind === 'operator_request') {
    return block(identityStatus);
  }
  if (policy.verificationMode === 'disabled') return { allowed: true, code: 'policy_disabled' };
  if (requirement.state === 'required') return block(identityStatus);
  if (identityStatus === 'requires_input' || identityStatus === 'failed' || identityStatus === 'canceled') {
    return block(identityStatus);
  }
  if (policy.verificationMode === 'all_users') {
    return isExemptFromAllUsers(customer, policy)
      ? { allowed: true, code: 'exempt_existing_customer' }
      : block(identityStatus);
  }
  return { allowed: true, code: 'not_required' };
}

const blockCodeByStatus: Record<Exclude<IdentityStatus, 'verified'>, BlockCode> = {
  pending: 'verification_pending',
  requires_input: 'verification_requires_input',
  failed: 'verification_failed',
  canceled: 'verification_canceled',
};

function block(status: Exclude<IdentityStatus, 'verified'> | null): RideDecision {
  return { allowed: false, code: status === null ? 'verification_required' : blockCodeByStatus[status] };
}
