import type Stripe from 'stripe';
import type { ChargeSource } from '../../use-cases/ports.ts';
import { callStripe } from './client.ts';
import { parseCharge } from './parse.ts';

/** Stripe's charges behind the ChargeSource port. */
export function createChargeSource(stripe: Stripe): ChargeSource {
  return {
    retrieveCharge: async (id) => parseCharge(await callStripe(() => stripe.charges.retrieve(id))),
  };
}
