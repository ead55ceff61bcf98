// A verification that Stripe took back, because a reviewer overrode it.

import { raisedRequirement, type CustomerChange } from './customer-change.ts';
import type { Customer } from './customer.ts';
import type { StripeSession } from './session.ts';

/**
 * Whether Stripe took back the verification that the current session gave: a reviewer overrode it. Only what can't
 * be an answer of Stripe's from before the verification counts.
 */
export function isOverridden(customer: Customer, current: StripeSession): boolean {
  if (customer.manualVerification !== null) return false;
  if (current.status === 'canceled') return true;
  return current.status === 'requires_input' && current.lastError !== null;
}

/**
 * The requirement went off with the verification, so it comes back with the override: else the customer could ride
 * while his next try is checked. A reviewer is one of the operator's people, hence the reason.
 */
export function requiredAnew(change: CustomerChange, nowMs: number): CustomerChange {
  const reason = { kind: 'operator_request', code: 'other' } as const;
  return {
    ...change,
    after: { ...change.after, ...raisedRequirement(change.after, reason, nowMs) },
    notification: 'verification_required',
  };
}
