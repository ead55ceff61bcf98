// For those who can't or won't use biometrics or a document: a rider asks his operator for another way of
// verifying. It ends with manual verification, with clearing, or with being asked anew.

import { changeCustomer, type CustomerChange } from './customer-change.ts';
import type { Customer } from './customer.ts';
import type { RideGatePolicy } from './ride-gate.ts';
import { assertVerificationNeeded } from './verification-needed.ts';

/**
 * Puts the customer into the operator's queue. Null where he stands there already, with what he wrote: a redaction
 * took that, so after one he may write anew.
 * @throws Conflict `already_verified` | `verification_not_required`
 */
export function decideAlternativeRequest(
  customer: Customer,
  policy: RideGatePolicy,
  nowMs: number,
): CustomerChange | null {
  assertVerificationNeeded(customer, policy);
  const { alternativeRequestedAtMs: askedAtMs, redaction } = customer;
  if (askedAtMs !== null && (redaction === null || askedAtMs > redaction.requestedAtMs)) return null;
  return changeCustomer(customer, 'alternative_requested', { alternativeRequestedAtMs: nowMs });
}
