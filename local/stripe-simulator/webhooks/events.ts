/** Makes events in the transaction of what caused them, and puts them on their way to the webhook endpoint. */
import type { Stripe } from 'stripe';
import type { Simulator } from '../simulator.ts';
import { newId } from '../ids.ts';
import { DEFAULT_DELIVERY, planDelivery } from './delivery-plan.ts';
import type { EventCause, EventRecord } from './records.ts';

/** The version that events are rendered in: that of the `stripe` package whose types the simulator follows. */
export const API_VERSION = '2026-10-28.endive';

export const SETTINGS_ID = 'delivery';

type EventType =
  | `identity.verification_session.${'created' | 'processing' | 'verified' | 'requires_input' | 'canceled' | 'redacted'}`
  | `charge.${'succeeded' | 'failed'}`;

/** Records an event about an object as it is now. */
export function emitEvent(simulator: Simulator, type: EventType, object: object, cause: EventCause): void {
  const { collections, options } = simulator;
  const id = newId('evt');
  const copies = options.webhook ? plan(simulator) : [];
  collections.events.put(id, {
    id,
    type,
    created: Math.floor(simulator.nowMs() / 1000),
    request: cause,
    object: { ...object },
    delivery: {
      state: options.webhook ? (copies.length === 0 ? 'undelivered' : 'pending') : 'none',
      dropped: options.webhook !== undefined && copies.length === 0,
      attempts: 0,
      last_status: null,
      last_error: null,
    },
  });
  for (const copy of copies) {
    simulator.deliveries.add({
      id: newId('whd'),
      event_id: id,
      due_ms: copy.dueMs,
      order: copy.order,
      failures: 0,
    });
  }
}

/** The event as the API and webhooks show it. */
export function renderEvent(record: EventRecord): Omit<Stripe.EventBase, 'type'> & { type: string } {
  const { id, type, created, request, object, delivery } = record;
  return {
    id,
    object: 'event',
    api_version: API_VERSION,
    created,
    data: { object },
    livemode: false,
    pending_webhooks: isDelivered(record) ? 0 : delivery.state === 'none' ? 0 : 1,
    request,
    type,
  };
}

/** Has every endpoint taken it? True where there is none. */
export function isDelivered({ delivery }: EventRecord): boolean {
  return delivery.state === 'none' || delivery.state === 'delivered';
}

function plan(simulator: Simulator): { dueMs: number; order: number }[] {
  const { settings: store } = simulator.collections;
  const { copies, settings } = planDelivery(store.get(SETTINGS_ID) ?? DEFAULT_DELIVERY, simulator.nowMs());
  store.put(SETTINGS_ID, settings);
  return copies;
}
