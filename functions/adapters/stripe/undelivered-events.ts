import type Stripe from 'stripe';
import { StripeRefused } from '../../domain/faults.ts';
import { handledEventTypes } from '../../domain/stripe-event.ts';
import { readEvent } from '../../contracts/messages.ts';
import type { UndeliveredEvents, UndeliveredPage } from '../../use-cases/ports/stripe.ts';
import { callStripe } from './client.ts';

/** Stripe's list of events that no webhook endpoint took, newest first, up to 30 days back. */
export function createUndeliveredEvents(stripe: Stripe): UndeliveredEvents {
  return {
    async page({ cursor, limit }) {
      try {
        const { data, has_more: hasMore } = await callStripe(() =>
          stripe.events.list({
            delivery_success: false,
            types: [...handledEventTypes],
            limit,
            ...(cursor !== null && { starting_after: cursor }),
          }),
        );
        return { ...readEvents(data), nextCursor: hasMore ? (data.at(-1)?.id ?? null) : null };
      } catch (fault) {
        // All that would follow an event which Stripe has forgotten, it has forgotten too.
        if (cursor !== null && isMissing(fault)) return { events: [], malformed: 0, nextCursor: null };
        throw fault;
      }
    },
  };
}

function isMissing(fault: unknown): boolean {
  return fault instanceof StripeRefused && fault.code === 'resource_missing';
}

function readEvents(answers: readonly unknown[]): Pick<UndeliveredPage, 'events' | 'malformed'> {
  const read = answers.map(readOrNull);
  return {
    events: read.flatMap((event) => (event !== null && 'handled' in event ? [event.handled] : [])),
    malformed: read.filter((event) => event === null).length,
  };
}

function readOrNull(answer: unknown): ReturnType<typeof readEvent> | null {
  try {
    return readEvent(answer);
  } catch {
    return null;
  }
}
