// Whether there is anything to verify: asked before a session is given out, or another way of verifying.

import { alreadyVerified, verificationNotRequired } from './faults.ts';
import { decideRideGate, type RideGateCustomer, type RideGatePolicy } from './ride-gate.ts';

/** @throws Conflict `already_verified` | `verification_not_required` */
export function assertVerificationNeeded(customer: RideGateCustomer, policy: RideGatePolicy): void {
  if (customer.identityStatus === 'verified') throw alreadyVerified();
  if (decideRideGate(customer, policy).allowed) throw verificationNotRequired();
}
