import type { CustomerRef } from '../../../functions/domain/customer.ts';
import type { SignupQueue } from '../../../functions/use-cases/ports/messaging.ts';
import { createFaults, type FaultSwitch } from './faults.ts';

export type InMemorySignupQueue = SignupQueue & FaultSwitch & { sent: CustomerRef[] };

export function createInMemorySignupQueue(): InMemorySignupQueue {
  const sent: CustomerRef[] = [];
  const { throwIfSet, ...faultSwitch } = createFaults();
  return {
    send: async (ref) => {
      throwIfSet();
      sent.push(ref);
      return Promise.resolve();
    },
    ...faultSwitch,
    sent,
  };
}
