import type { StripeEvent } from '../../../functions/domain/stripe-event.ts';
import type { EventQueue } from '../../../functions/use-cases/ports/messaging.ts';
import { createFaults, type FaultSwitch } from './faults.ts';

export type InMemoryEventQueue = EventQueue & FaultSwitch & { sent: StripeEvent[] };

export function createInMemoryEventQueue(): InMemoryEventQueue {
  const sent: StripeEvent[] = [];
  const { throwIfSet, ...faultSwitch } = createFaults();
  return {
    async send(event) {
      throwIfSet();
      sent.push(event);
      return Promise.resolve();
    },
    ...faultSwitch,
    sent,
  };
}
