import type { StripeEvent } from '../../../functions/domain/stripe-event.ts';
import type { UndeliveredEvents } from '../../../functions/use-cases/ports/stripe.ts';
import { createFaults, type FaultSwitch } from './faults.ts';

export type InMemoryUndeliveredEvents = UndeliveredEvents &
  FaultSwitch & {
    /** Stripe could not deliver it. It stays in Stripe's list, also once we got it in another way. */
    add: (event: StripeEvent) => void;
  };

export function createInMemoryUndeliveredEvents(): InMemoryUndeliveredEvents {
  const events: StripeEvent[] = [];
  const { throwIfSet, ...faultSwitch } = createFaults();
  return {
    async list(limit) {
      throwIfSet();
      return Promise.resolve(events.slice(0, limit));
    },
    ...faultSwitch,
    add: (event) => {
      events.unshift(event);
    },
  };
}
