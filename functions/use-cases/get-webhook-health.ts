import { hourMs, webhookHealthOf, type WebhookHealth } from '../domain/webhook-health.ts';
import type { Clock } from './ports/environment.ts';
import type { WebhookCounters, WebhookQueueSizes } from './ports/operations.ts';

/** How Stripe's events fared in the hour that is going on and those before it, `hours` in all. */
export async function getWebhookHealth(
  deps: { webhookCounters: Pick<WebhookCounters, 'hours'>; webhookQueues: WebhookQueueSizes; clock: Clock },
  hours: number,
): Promise<WebhookHealth> {
  const nowMs = deps.clock.nowMs();
  const [counted, waiting] = await Promise.all([
    deps.webhookCounters.hours(nowMs - (hours - 1) * hourMs, nowMs),
    deps.webhookQueues.waiting(),
  ]);
  return webhookHealthOf(counted, waiting, { nowMs, hours });
}
