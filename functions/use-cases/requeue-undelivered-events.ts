// Puts the events that Stripe could not deliver, and that nobody brought since, on our queue. Stripe lists them for
// 30 days, also those that came in by another way, so the newest are looked at in each run and the others in turn.

import type { EndOfPart } from '../domain/reconciler-run.ts';
import type { StripeEvent } from '../domain/stripe-event.ts';
import type { CustomerRepository } from './ports/customer-repository.ts';
import type { Clock, Metrics } from './ports/environment.ts';
import type { EventQueue } from './ports/messaging.ts';
import type { ReconcilerProgress, RequeuedEvents } from './ports/reconciliation.ts';
import type { UndeliveredEvents } from './ports/stripe.ts';
import type { Count } from './reconcile-counts.ts';

export type RequeueDeps = {
  undelivered: UndeliveredEvents;
  customers: Pick<CustomerRepository, 'unprocessedEvents'>;
  queue: EventQueue;
  progress: ReconcilerProgress;
  requeued: RequeuedEvents;
  clock: Clock;
  metrics: Metrics;
};

/** How much a run may do. */
export const sweepBounds = {
  /** Stripe's largest. */
  pageSize: 100,
  newestPages: 2,
  maxPages: 10,
  forMs: 30_000,
  /** An event that was queued is left alone for so long: it may wait in the backlog, or be a dead letter. */
  holdMs: 24 * 60 * 60_000,
};
export type SweepBounds = typeof sweepBounds;

/** @throws StripeUnavailable, StripeRefused, or the queue's fault; the next run goes on there. */
export async function requeueUndeliveredEvents(
  deps: RequeueDeps,
  count: Count,
  bounds: SweepBounds = sweepBounds,
): Promise<EndOfPart> {
  const endMs = deps.clock.nowMs() + bounds.forMs;
  let behindNewest: string | null = null;
  for (let page = 0; page < bounds.newestPages; page += 1) {
    behindNewest = await bringPage(deps, count, bounds, behindNewest);
    if (behindNewest === null) break;
  }
  let stored = await deps.progress.load('undelivered_events');
  let cursor = behindNewest === null ? null : (stored ?? behindNewest);
  for (let page = bounds.newestPages; page < bounds.maxPages && cursor !== null; page += 1) {
    if (deps.clock.nowMs() >= endMs) return 'stopped_early';
    const next: string | null = await bringPage(deps, count, bounds, cursor);
    if (!(await deps.progress.move('undelivered_events', stored, next))) return 'stopped_early';
    stored = cursor = next;
  }
  if (behindNewest === null && stored !== null) await deps.progress.move('undelivered_events', stored, null);
  return cursor === null ? 'completed' : 'stopped_early';
}

/** Answers where the next page begins. */
async function bringPage(
  deps: RequeueDeps,
  count: Count,
  { pageSize, holdMs }: SweepBounds,
  cursor: string | null,
): Promise<string | null> {
  const { events, malformed, nextCursor } = await deps.undelivered.page({ cursor, limit: pageSize });
  count('eventsRead', events.length);
  count('eventsMalformed', malformed);
  for (let event = 0; event < malformed; event += 1) deps.metrics.count('MalformedStripeEvent');
  for (const event of await lostOf(deps, events)) {
    await deps.queue.send(event);
    await deps.requeued.hold(event.eventId, deps.clock.nowMs() + holdMs);
    count('eventsRequeued');
    deps.metrics.count('UndeliveredEventsRequeued');
  }
  return nextCursor;
}

async function lostOf(deps: RequeueDeps, events: readonly StripeEvent[]): Promise<StripeEvent[]> {
  const unprocessed = await deps.customers.unprocessedEvents(events.map(({ eventId }) => eventId));
  const held = await deps.requeued.held([...unprocessed], deps.clock.nowMs());
  return events.filter(({ eventId }) => unprocessed.has(eventId) && !held.has(eventId));
}
