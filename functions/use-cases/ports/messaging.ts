// Where events, notifications and signups go, and what the table's stream tells of them.

import type { CustomerRef } from '../../domain/customer.ts';
import type { DeliveryHistory, Lane } from '../../domain/failed-delivery.ts';
import type { Notification } from '../../domain/notification.ts';
import type { StripeEvent } from '../../domain/stripe-event.ts';

/** The queue between webhook receiver and processor. Resolves once the queue has the event. */
export type EventQueue = { send: (event: StripeEvent) => Promise<void> };

export type { DeliveryHistory, Lane };

/** One message as the processor got it. */
export type Delivery = {
  lane: Lane;
  body: string;
  /** What SQS knows this handing out by. */
  receiptHandle: string;
  /** When it came into this lane, epoch milliseconds. */
  queuedAtMs: number;
  /** What happened before this try. */
  history: DeliveryHistory;
};

/** The ways an event can take that is not done at once. Each resolves once SQS has it. */
export type WebhookDeliveries = {
  /** Has the message handed out again after so many seconds instead of the queue's own time-out. */
  retryIn: (delivery: Delivery, seconds: number) => Promise<void>;
  toBacklog: (body: string, history: DeliveryHistory) => Promise<void>;
  toDeadLetters: (body: string, history: DeliveryHistory) => Promise<void>;
};

/** Where pushes go. Resolves once the topic has it. */
export type NotificationPublisher = { publish: (notification: Notification) => Promise<void> };

/** What was saved and concerns others: a notification, or a new customer. */
export type RelayedChange =
  { kind: 'push'; notification: Notification } | { kind: 'signup'; ref: CustomerRef };

/** The queue of new signups whose signals are to be computed. Resolves once the queue has it. */
export type SignupQueue = { send: (ref: CustomerRef) => Promise<void> };
