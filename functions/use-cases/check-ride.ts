import type { Customer, CustomerRef } from '../domain/customer.ts';
import { noSuchCustomer } from '../domain/faults.ts';
import type { Policy } from '../domain/policy.ts';
import { decideRideGate, type RideDecision } from '../domain/ride-gate.ts';
import type { CustomerRepository } from './ports/customer-repository.ts';
import type { Clock } from './ports/environment.ts';

export type RideCheck = {
  decision: RideDecision;
  customer: Customer;
  policy: Policy;
  checkedAtMs: number;
};

/** Asks the gate on one strongly consistent read; writes nothing, and a failed read is never an allow. */
export async function checkRide(
  deps: { customers: Pick<CustomerRepository, 'loadForGate'>; clock: Clock },
  ref: CustomerRef,
): Promise<RideCheck> {
  const found = await deps.customers.loadForGate(ref);
  if (found === null) throw noSuchCustomer();
  return {
    decision: decideRideGate(found.customer, found.policy),
    customer: found.customer,
    policy: found.policy,
    checkedAtMs: deps.clock.nowMs(),
  };
}
