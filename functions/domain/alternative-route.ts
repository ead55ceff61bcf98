// For those who can't or won't use biometrics or a document: a rider asks his operator for another way of
// verifying (SPEC 7). It ends with manual verification, with clearing, or with being asked anew.

import { changeCustomer, type CustomerChange } from './customer-change.ts';
import type { Customer } from './customer.ts';
import { Conflict } from './faults.ts';
import type { PolicyRules } from './policy.ts';
import { decideRideGate } from './ride-gate.ts';

/**
 * Puts the customer into the operator's queue. Null where he stands there already.
 * @throws Conflict `already_verified` | `verification_not_required`
 */
export function decideAlternativeRequest(
  customer: Customer,
  policy: Pick<PolicyRules, 'verificationMode' | 'exemptCustomersCreatedBeforeMs'>,
  nowMs: number,
): CustomerChange | null {
  if (customer.identityStatus === 'verified') {
    throw new Conflict('already_verified', 'This customer is verified already.');
  }
  if (decideRideGate(customer, policy).allowed) {
    throw new Conflict('verification_not_required', 'This customer may ride without verification.');
  }
  if (customer.alternativeRequestedAtMs !== null) return null;
  return changeCustomer(customer, 'alternative_requested', { alternativeRequestedAtMs: nowMs });
}
