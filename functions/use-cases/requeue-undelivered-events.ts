import type { CustomerRepository } from './ports/customer-repository.ts';
import type { Metrics } from './ports/environment.ts';
import type { EventQueue } from './ports/messaging.ts';
import type { UndeliveredEvents } from './ports/stripe.ts';

/** Ten of Stripe's pages. Events that were brought since stay on Stripe's list, so the bound is generous. */
const maxEventsPerRun = 1000;

/**
 * Puts the events that Stripe could not deliver, and that nobody brought since, on our queue, so that a
 * lost webhook heals on its own. Answers how many.
 */
export async function requeueUndeliveredEvents(deps: {
  undelivered: UndeliveredEvents;
  customers: Pick<CustomerRepository, 'unprocessedEvents'>;
  queue: EventQueue;
  metrics: Metrics;
}): Promise<number> {
  const events = await deps.undelivered.list(maxEventsPerRun);
  const unprocessed = await deps.customers.unprocessedEvents(events.map((event) => event.eventId));
  const lost = events.filter((event) => unprocessed.has(event.eventId));
  for (const event of lost) {
    await deps.queue.send(event);
    deps.metrics.count('UndeliveredEventsRequeued');
  }
  return lost.length;
}
