import { StripeRefused } from '../../../functions/domain/faults.ts';
import type { Charge } from '../../../functions/domain/risk.ts';
import type { ChargeSource } from '../../../functions/use-cases/ports.ts';
import { createFaults, type FaultSwitch } from './faults.ts';

export type InMemoryChargeSource = ChargeSource & FaultSwitch & { add: (charge: Charge) => void };

export function createInMemoryChargeSource(): InMemoryChargeSource {
  const charges = new Map<string, Charge>();
  const { throwIfSet, ...faultSwitch } = createFaults();
  return {
    async retrieveCharge(id) {
      throwIfSet();
      const charge = charges.get(id);
      if (charge === undefined) throw new StripeRefused('resource_missing', `No such charge: ${id}`);
      return Promise.resolve(structuredClone(charge));
    },
    ...faultSwitch,
    add: (charge) => {
      charges.set(charge.id, structuredClone(charge));
    },
  };
}
