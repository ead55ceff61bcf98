import type { Charge } from '../../../functions/domain/risk.ts';
import type { ChargeSource } from '../../../functions/use-cases/ports/stripe.ts';
import { createFaults, type FaultSwitch } from './faults.ts';

/** Charges count as made in the order in which they are added. */
export type InMemoryChargeSource = ChargeSource & FaultSwitch & { add: (charge: Charge) => void };

export function createInMemoryChargeSource(): InMemoryChargeSource {
  const charges = new Map<string, Charge>();
  const { throwIfSet, ...faultSwitch } = createFaults();
  return {
    async retrieveCharge(id) {
      throwIfSet();
      return Promise.resolve(structuredClone(charges.get(id) ?? null));
    },
    async firstSuccessfulCharge(stripeCustomerId) {
      throwIfSet();
      const first = [...charges.values()].find(
        (charge) => charge.stripeCustomerId === stripeCustomerId && charge.status === 'succeeded',
      );
      return Promise.resolve(structuredClone(first ?? null));
    },
    ...faultSwitch,
    add: (charge) => {
      charges.set(charge.id, structuredClone(charge));
    },
  };
}
