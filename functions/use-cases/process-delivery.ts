import type { CustomerRef } from '../domain/customer.ts';
import { decideFailedDelivery, failedOnceMore, isStale, type Failure } from '../domain/failed-delivery.ts';
import type { StripeEvent } from '../domain/stripe-event.ts';
import type { Clock, Randomness } from './ports/environment.ts';
import type { Delivery, WebhookDeliveries } from './ports/messaging.ts';

export type ProcessDeliveryDeps = {
  deliveries: WebhookDeliveries;
  clock: Clock;
  randomness: Randomness;
  /** Reads the event from a message's body; null where it is none. */
  parse: (body: string) => StripeEvent | null;
  /** Gives the event its effect, and tells whom it is about as soon as that is known. */
  apply: (event: StripeEvent, found: (ref: CustomerRef) => void) => Promise<void>;
  /** Tells what goes away by itself from what doesn't. */
  classify: (fault: unknown) => Failure;
};

/** What became of a message; after any of these it is done with. */
export type DeliveryOutcome =
  /** `found`: it is about somebody we know; of others, events are dropped. */
  | { is: 'processed'; event: StripeEvent; found: boolean }
  | { is: 'moved_to_backlog' }
  | { is: 'dead_letter'; cause: string; event: StripeEvent | null; fault: unknown };

/**
 * One message: processed, or handed on before it is done with. @throws what it failed with, where the message
 * is to stay in its queue: because it is tried again, or because it could not be handed on.
 */
export async function processDelivery(
  deps: ProcessDeliveryDeps,
  delivery: Delivery,
): Promise<DeliveryOutcome> {
  if (isStale(delivery, deps.clock.nowMs())) {
    await deps.deliveries.toBacklog(delivery.body, delivery.history);
    return { is: 'moved_to_backlog' };
  }
  const event = deps.parse(delivery.body);
  if (event === null) return giveUp(deps, delivery, malformed);
  const about: { customer: CustomerRef | null } = { customer: null };
  try {
    await deps.apply(event, (ref) => {
      about.customer = ref;
    });
    return { is: 'processed', event, found: about.customer !== null };
  } catch (fault) {
    return giveUp(deps, delivery, { ...deps.classify(fault), event, ...about, fault });
  }
}

type FailedTry = Failure & { event: StripeEvent | null; customer: CustomerRef | null; fault: unknown };

const malformed: FailedTry = {
  kind: 'permanent',
  cause: 'malformed',
  event: null,
  customer: null,
  fault: new Error('The message is no event.'),
};

/** @throws the fault, where the message gets another try. */
async function giveUp(
  { deliveries, clock, randomness }: ProcessDeliveryDeps,
  delivery: Delivery,
  failed: FailedTry,
): Promise<DeliveryOutcome> {
  const nowMs = clock.nowMs();
  const history = failedOnceMore(delivery.history, failed, nowMs);
  const decision = decideFailedDelivery(failed, history, nowMs, randomness.next());
  if (decision.is === 'retry') {
    // Where that fails, the message comes back after the queue's own time-out.
    await deliveries.retryIn(delivery, decision.inSeconds).catch(() => undefined);
    throw failed.fault;
  }
  await deliveries.toDeadLetters(delivery.body, history);
  return { is: 'dead_letter', cause: failed.cause, event: failed.event, fault: failed.fault };
}
