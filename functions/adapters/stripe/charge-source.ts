import type Stripe from 'stripe';
import { StripeRefused } from '../../domain/faults.ts';
import type { ChargeSource } from '../../use-cases/ports/stripe.ts';
import { callStripe } from './client.ts';
import { parseCharge } from './parse-charge.ts';

const pageSize = 100;
/** Who has more charges than this was a customer long before; the oldest of them is as good as the first. */
const maxCharges = 1000;

/** Stripe's charges behind the ChargeSource port. */
export function createChargeSource(stripe: Stripe): ChargeSource {
  return {
    async retrieveCharge(id) {
      try {
        return parseCharge(await callStripe(() => stripe.charges.retrieve(id)));
      } catch (fault) {
        if (fault instanceof StripeRefused && fault.code === 'resource_missing') return null;
        throw fault;
      }
    },

    async firstSuccessfulCharge(stripeCustomerId) {
      const newestFirst = await callStripe(() =>
        stripe.charges
          .list({ customer: stripeCustomerId, limit: pageSize })
          .autoPagingToArray({ limit: maxCharges }),
      );
      const first = newestFirst.findLast((charge) => charge.status === 'succeeded');
      return first === undefined ? null : parseCharge(first);
    },
  };
}
