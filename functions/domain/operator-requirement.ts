// What an operator may do to a requirement: clear it, or ask for verification himself.

import { changeCustomer, raisedRequirement, type CustomerChange } from './customer-change.ts';
import type { Customer } from './customer.ts';
import { Conflict, verificationNotRequired } from './faults.ts';
import type { OperatorRequestCode } from './requirement.ts';
import { decideRideGate, type RideGatePolicy } from './ride-gate.ts';

/**
 * The customer may ride without being verified, until a new trigger. Null where that stands already.
 * @throws Conflict `already_verified` | `verification_not_required`
 */
export function decideClearRequirement(
  customer: Customer,
  policy: RideGatePolicy,
  operator: { notes: string },
  nowMs: number,
): CustomerChange | null {
  if (customer.identityStatus === 'verified') {
    throw new Conflict('already_verified', 'This customer is verified already; there is nothing to clear.');
  }
  if (customer.requirement.state === 'cleared') return null;
  if (customer.requirement.state === 'none' && decideRideGate(customer, policy).allowed) {
    throw verificationNotRequired();
  }
  return changeCustomer(
    customer,
    'requirement_cleared',
    { requirement: { state: 'cleared', atMs: nowMs }, alternativeRequestedAtMs: null },
    { notes: operator.notes, notification: 'requirement_cleared' },
  );
}

/**
 * Verification is asked of anyone, from the start: what was verified, tried or opened before no longer
 * counts. Null where the same was asked and nothing has happened since.
 */
export function decideRequireVerification(
  customer: Customer,
  operator: { code: OperatorRequestCode; notes: string | null },
  nowMs: number,
): CustomerChange | null {
  if (isUntouchedRequest(customer, operator.code)) return null;
  return changeCustomer(
    customer,
    'requirement_raised',
    {
      ...raisedRequirement(customer, { kind: 'operator_request', code: operator.code }, nowMs),
      identityStatus: null,
      identityStatusAtMs: nowMs,
      verifiedAtMs: null,
      attemptCount: 0,
      lastError: null,
      alternativeRequestedAtMs: null,
      manualVerification: null,
      session: null,
    },
    { notes: operator.notes, notification: 'verification_required' },
  );
}

function isUntouchedRequest(customer: Customer, code: OperatorRequestCode): boolean {
  const { requirement, session } = customer;
  if (requirement.state !== 'required' || requirement.reason.kind !== 'operator_request') return false;
  return requirement.reason.code === code && session === null;
}
