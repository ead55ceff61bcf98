import { customerRef, type Customer, type CustomerRef } from '../../functions/domain/customer.ts';
import type { SignupDetails } from '../../functions/domain/signup.ts';
import type { CustomerRepository } from '../../functions/use-cases/ports/customer-repository.ts';
import { aCustomer, nowMs } from './builders.ts';

export const noSignup: SignupDetails = {
  email: null,
  name: null,
  phone: null,
  ip: null,
  latitude: null,
  longitude: null,
  locationAccuracyMeters: null,
};

/** Stores a customer as it stands, as if an earlier life had led there; no push goes with it. */
export async function addCustomer(
  customers: CustomerRepository,
  difference: Partial<Customer> = {},
): Promise<CustomerRef> {
  const { subaccountId = 'metro', id = 'rider-1' } = difference;
  const stripeCustomerId = `cus_${subaccountId}_${id}`.replaceAll(/[^a-z\d_]/gi, '');
  const after = aCustomer({ stripeCustomerId, ...difference });
  await customers.create({
    change: { after, action: 'customer_created', notes: null, notification: null },
    actor: { kind: 'service', id: 'fleet-backend' },
    atMs: nowMs,
    notification: null,
    signup: noSignup,
  });
  return customerRef(after);
}
