// What travels between our functions: on the webhook and signals queues, and on the notification topic.

import * as z from 'zod';
import type { CustomerRef } from '../domain/customer.ts';
import { notificationKinds, type Notification } from '../domain/notification.ts';
import {
  handledEventTypes,
  isHandledEventType,
  type ReceivedEvent,
  type StripeEvent,
} from '../domain/stripe-event.ts';
import { customerId, stripeEventId, stripeObjectId, subaccountId, toIso } from './identifiers.ts';

/** How often a queue hands a message out before it goes to the dead letters. */
export const triesPerMessage = 5;

/**
 * How often an event is handed out before SQS itself moves it. More often than the processor ever tries one
 * (functions/domain/failed-delivery.ts): only what kills the processor gets here, and it leaves no cause.
 */
export const receivesPerEvent = 100;

/** A Stripe event on the webhook queue: ids only, no personal data. */
export const stripeEventMessage = z.strictObject({
  event_id: stripeEventId,
  type: z.enum(handledEventTypes),
  object_id: stripeObjectId,
  /** Unix seconds. */
  created: z.int(),
  livemode: z.boolean(),
});
export type StripeEventMessage = z.infer<typeof stripeEventMessage>;

export function toStripeEventMessage(event: StripeEvent): StripeEventMessage {
  return {
    event_id: event.eventId,
    type: event.type,
    object_id: event.objectId,
    created: event.created,
    livemode: event.livemode,
  };
}

export function fromStripeEventMessage(message: StripeEventMessage): StripeEvent {
  return {
    eventId: message.event_id,
    type: message.type,
    objectId: message.object_id,
    created: message.created,
    livemode: message.livemode,
  };
}

/** Reads an event from a queued message's body; null where it is none. */
export function readStripeEventMessage(body: string): StripeEvent | null {
  try {
    return fromStripeEventMessage(stripeEventMessage.parse(JSON.parse(body)));
  } catch {
    return null;
  }
}

/** Any event: what isn't ours can have another shape, e.g. a balance without an id. */
const typedEvent = z.object({ type: z.string().min(1) });

/** The part of Stripe's event that we take; all else stays behind. */
const stripeEvent = z.object({
  id: stripeEventId,
  type: z.enum(handledEventTypes),
  created: z.int(),
  livemode: z.boolean(),
  data: z.object({ object: z.object({ id: stripeObjectId }) }),
});

/** Reads an event from a webhook's body; null where it is none. */
export function parseWebhookBody(body: Uint8Array): ReceivedEvent | null {
  try {
    return readEvent(jsonOrNull(body));
  } catch {
    return null;
  }
}

/** Reads an event as Stripe's API lists it. @throws ZodError where it is none */
export function readEvent(answer: unknown): ReceivedEvent {
  const { type } = typedEvent.parse(answer);
  if (!isHandledEventType(type)) return { unhandledType: type };
  const { id, created, livemode, data } = stripeEvent.parse(answer);
  return { handled: { eventId: id, type, objectId: data.object.id, created, livemode } };
}

function jsonOrNull(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return null;
  }
}

/** A new signup on the signals queue: whose, and no personal data. */
export const signupMessage = z.strictObject({ subaccount_id: subaccountId, customer_id: customerId });
type SignupMessage = z.infer<typeof signupMessage>;

export function toSignupMessage(ref: CustomerRef): SignupMessage {
  return { subaccount_id: ref.subaccountId, customer_id: ref.customerId };
}

export function fromSignupMessage(message: SignupMessage): CustomerRef {
  return { subaccountId: message.subaccount_id, customerId: message.customer_id };
}

/** A domain event on the notification topic; docs/events.schema.json is made of this. */
export const notificationMessage = z.object({
  id: z.string().describe('Stable over repeated deliveries: drop what you have seen.'),
  type: z.literal('identity'),
  kind: z.enum(notificationKinds).describe('What happened to the customer.'),
  subaccount_id: z.string(),
  customer_id: z.string(),
  title: z.string().describe('The title of the push that the rider gets.'),
  body: z.string().describe('Its text.'),
  data: z.object({
    action: z
      .enum(['open_identity_verification', 'open_app'])
      .describe('What the rider app does when the push is opened.'),
  }),
  created_at: z.iso.datetime().describe('When the change was saved.'),
});
export type NotificationMessage = z.infer<typeof notificationMessage>;

export function toNotificationMessage(notification: Notification): NotificationMessage {
  return {
    id: notification.id,
    type: 'identity',
    kind: notification.kind,
    subaccount_id: notification.subaccountId,
    customer_id: notification.customerId,
    title: notification.title,
    body: notification.body,
    data: notification.data,
    created_at: toIso(notification.createdAtMs),
  };
}
