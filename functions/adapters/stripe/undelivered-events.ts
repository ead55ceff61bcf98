import type Stripe from 'stripe';
import { handledEventTypes, type StripeEvent } from '../../domain/stripe-event.ts';
import { readEvent } from '../../contracts/messages.ts';
import type { UndeliveredEvents } from '../../use-cases/ports/stripe.ts';
import { callStripe } from './client.ts';

const pageSize = 100;

/** Stripe's list of events that no webhook endpoint took, newest first, up to 30 days back. */
export function createUndeliveredEvents(stripe: Stripe): UndeliveredEvents {
  return {
    async list(limit) {
      const events = await callStripe(() =>
        stripe.events
          .list({ delivery_success: false, types: [...handledEventTypes], limit: Math.min(limit, pageSize) })
          .autoPagingToArray({ limit }),
      );
      return events.flatMap((event) => toStripeEvent(event));
    },
  };
}

function toStripeEvent(answer: unknown): StripeEvent[] {
  const event = readEvent(answer);
  return 'handled' in event ? [event.handled] : [];
}
