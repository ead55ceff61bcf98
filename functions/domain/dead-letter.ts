// Events of Stripe that failed for good: what is known of each, and which of them somebody means.

import type { CustomerRef } from './customer.ts';
import type { DeliveryHistory } from './failed-delivery.ts';
import type { HandledEventType, StripeEvent } from './stripe-event.ts';

/** The cause of a message that is no event: no worker will ever do anything with it. */
const malformedCause = 'malformed';

/** The cause of a message that SQS moved by itself: what handled it died, and could leave no cause. */
const workerStoppedCause = 'worker_stopped';

export type DeadLetter = {
  /** SQS's id of the message; the same event can wait in several. */
  messageId: string;
  /** Null where the message is no event. */
  event: StripeEvent | null;
  /** Why it is here, e.g. `stripe_unavailable` or `stripe_refused:resource_missing`. */
  cause: string;
  /** Null where the worker left no word of it. */
  tries: number | null;
  /** Epoch milliseconds. */
  firstFailedAtMs: number | null;
  /** Epoch milliseconds. */
  lastFailedAtMs: number | null;
  /** Epoch milliseconds; it is kept for 14 days from then on. */
  queuedAtMs: number;
  /** Whom the event is about, where that is known. */
  customer: CustomerRef | null;
};

/** What a message of the dead-letter queue tells of itself. */
export function deadLetterOf(
  message: Pick<DeadLetter, 'messageId' | 'event' | 'queuedAtMs'>,
  { cause, tries, firstFailedAtMs, lastFailedAtMs, customer }: DeliveryHistory,
): DeadLetter {
  return {
    ...message,
    cause: message.event === null ? malformedCause : (cause ?? workerStoppedCause),
    tries: cause === null ? null : tries,
    firstFailedAtMs,
    lastFailedAtMs,
    customer,
  };
}

/** Which dead letters somebody means. */
export type DeadLetterSelection =
  | { kind: 'all' }
  | { kind: 'events'; eventIds: readonly string[] }
  /** Those that are as described in every point that is given. */
  | { kind: 'alike'; cause?: string | undefined; eventType?: HandledEventType | undefined };

export function isSelected(letter: DeadLetter, selection: DeadLetterSelection): boolean {
  switch (selection.kind) {
    case 'all':
      return true;
    case 'events':
      return letter.event !== null && selection.eventIds.includes(letter.event.eventId);
    case 'alike':
      return (
        (selection.cause === undefined || hasCause(letter, selection.cause)) &&
        (selection.eventType === undefined || letter.event?.type === selection.eventType)
      );
  }
}

/** `stripe_refused` means every refusal, `stripe_refused:resource_missing` this one. */
function hasCause(letter: DeadLetter, cause: string): boolean {
  return letter.cause === cause || letter.cause.startsWith(`${cause}:`);
}

/** Oldest first; of the same moment, in an order that doesn't change from look to look. */
export function oldestFirst(letters: readonly DeadLetter[]): DeadLetter[] {
  return letters.toSorted(
    (one, other) => one.queuedAtMs - other.queuedAtMs || (one.messageId < other.messageId ? -1 : 1),
  );
}
