import type { StripeEvent } from '../../../functions/domain/stripe-event.ts';
import type { UndeliveredEvents } from '../../../functions/use-cases/ports/stripe.ts';
import { createFaults, type FaultSwitch } from './faults.ts';

export type InMemoryUndeliveredEvents = UndeliveredEvents &
  FaultSwitch & {
    /** Stripe could not deliver it. It stays in Stripe's list, also once we got it in another way. */
    add: (event: StripeEvent) => void;
    /** As `add`, for an event that nobody can read. */
    addMalformed: () => void;
    /** Stripe's 30 days are over. */
    forget: (eventId: string) => void;
  };

export function createInMemoryUndeliveredEvents(): InMemoryUndeliveredEvents {
  const newestFirst: { id: string; event: StripeEvent | null }[] = [];
  const { throwIfSet, ...faultSwitch } = createFaults();
  return {
    async page({ cursor, limit }) {
      throwIfSet();
      const after = newestFirst.findIndex(({ id }) => id === cursor);
      const rest = cursor === null ? newestFirst : after === -1 ? [] : newestFirst.slice(after + 1);
      const shown = rest.slice(0, limit);
      return Promise.resolve({
        events: shown.flatMap(({ event }) => (event === null ? [] : [event])),
        malformed: shown.filter(({ event }) => event === null).length,
        nextCursor: rest.length > limit ? (shown.at(-1)?.id ?? null) : null,
      });
    },
    ...faultSwitch,
    add: (event) => {
      newestFirst.unshift({ id: event.eventId, event });
    },
    addMalformed: () => {
      newestFirst.unshift({ id: `evt_malformed_${newestFirst.length}`, event: null });
    },
    forget: (eventId) => {
      newestFirst.splice(
        newestFirst.findIndex(({ id }) => id === eventId),
        1,
      );
    },
  };
}
