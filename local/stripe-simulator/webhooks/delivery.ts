/** Posts events to the webhook endpoint, and tries again with growing waits until it takes them. */
import type { Simulator } from '../simulator.ts';
import { renderEvent, SETTINGS_ID } from './events.ts';
import type { DeliveryRecord, EventRecord } from './records.ts';
import { signPayload } from './signature.ts';

interface Attempt {
  delivered: boolean;
  /** The receiver's status, null when it gave none. */
  status: number | null;
  error: string | null;
}

/** How many posts may be under way at a time. */
export function deliveryLanes(simulator: Simulator): number {
  return simulator.collections.settings.get(SETTINGS_ID)?.one_at_a_time === true ? 1 : 8;
}

/** One try of one copy; settles it, or puts it back for the next try. */
export async function deliver(
  simulator: Simulator,
  delivery: DeliveryRecord,
  stopping: AbortSignal,
): Promise<void> {
  const event = simulator.collections.events.get(delivery.event_id);
  const retryDelaysMs = simulator.options.webhook?.retryDelaysMs;
  if (!event || !retryDelaysMs) {
    simulator.deliveries.settle(delivery.id);
    return;
  }
  const attempt = await post(simulator, event, stopping);
  // Cut off by our own end: nobody knows whether it arrived, so it is tried again after the next start.
  if (stopping.aborted) return;

  simulator.store.transaction(() => {
    const waitMs = retryDelaysMs[delivery.failures];
    const givenUp = !attempt.delivered && waitMs === undefined;
    note(simulator, event.id, attempt, givenUp);
    simulator.deliveries.settle(
      delivery.id,
      attempt.delivered || waitMs === undefined
        ? undefined
        : { ...delivery, failures: delivery.failures + 1, due_ms: simulator.nowMs() + waitMs },
    );
  });
}

/** One extra post at once, whatever the delivery settings; its result counts. */
export async function deliverNow(
  simulator: Simulator,
  event: EventRecord,
  stopping: AbortSignal,
): Promise<Attempt> {
  const attempt = await post(simulator, event, stopping);
  if (!stopping.aborted) simulator.store.transaction(() => note(simulator, event.id, attempt, false));
  return attempt;
}

async function post(simulator: Simulator, event: EventRecord, stopping: AbortSignal): Promise<Attempt> {
  const { webhook } = simulator.options;
  if (!webhook)
    return { delivered: false, status: null, error: 'The simulator was started without a webhook endpoint.' };
  const body = JSON.stringify(renderEvent(event), null, 2);
  try {
    const response = await fetch(webhook.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'stripe-signature': signPayload(body, webhook.secret, Math.floor(simulator.nowMs() / 1000)),
        'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([stopping, AbortSignal.timeout(webhook.timeoutMs)]),
    });
    await response.body?.cancel();
    const error = response.ok ? null : `The endpoint answered ${String(response.status)}.`;
    return { delivered: response.ok, status: response.status, error };
  } catch (error) {
    return { delivered: false, status: null, error: reasonOf(error) };
  }
}

function note(simulator: Simulator, eventId: string, attempt: Attempt, givenUp: boolean): void {
  const event = simulator.collections.events.get(eventId);
  if (!event) return;
  const before = event.delivery;
  const state = attempt.delivered
    ? 'delivered'
    : givenUp && before.state === 'pending'
      ? 'undelivered'
      : before.state;
  simulator.collections.events.put(eventId, {
    ...event,
    delivery: {
      ...before,
      state,
      attempts: before.attempts + 1,
      last_status: attempt.status,
      last_error: attempt.error,
    },
  });
}

/** fetch hides why it failed in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
