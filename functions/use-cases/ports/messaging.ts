// Where events, notifications and signups go, and what the table's stream tells of them.

import type { CustomerRef } from '../../domain/customer.ts';
import type { Notification } from '../../domain/notification.ts';
import type { StripeEvent } from '../../domain/stripe-event.ts';

/** The queue between webhook receiver and processor. Resolves once the queue has the event. */
export type EventQueue = { send: (event: StripeEvent) => Promise<void> };

/** Where pushes go. Resolves once the topic has it. */
export type NotificationPublisher = { publish: (notification: Notification) => Promise<void> };

/** What was saved and concerns others: a notification, or a new customer. */
export type RelayedChange =
  { kind: 'push'; notification: Notification } | { kind: 'signup'; ref: CustomerRef };

/** The queue of new signups whose signals are to be computed. Resolves once the queue has it. */
export type SignupQueue = { send: (ref: CustomerRef) => Promise<void> };
