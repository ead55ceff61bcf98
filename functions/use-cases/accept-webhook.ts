import type { ReceivedEvent } from '../domain/stripe-event.ts';
import type { Clock, Metrics } from './ports/environment.ts';
import type { EventQueue } from './ports/messaging.ts';
import { isSignedByStripe } from './stripe-signature.ts';

/** A webhook as it came in; `parse` reads the event from the body, null where it is none. */
export type Webhook = {
  body: Uint8Array;
  signature: string | undefined;
  parse: (body: Uint8Array) => ReceivedEvent | null;
};

export type WebhookVerdict = 'queued' | 'ignored' | 'oversized' | 'unsigned';

/** Stripe's events are far smaller; what is larger isn't worth an HMAC. */
const maxBodyBytes = 256 * 1024;

/**
 * Takes an event in: nothing is believed before its signature, and nothing is acknowledged before the queue
 * has it. @throws Error where the queue fails, so that Stripe sends it again.
 */
export async function acceptWebhook(
  deps: { queue: EventQueue; clock: Clock; metrics: Metrics; signingSecrets: readonly string[] },
  webhook: Webhook,
): Promise<WebhookVerdict> {
  const { body, signature } = webhook;
  const oversized = body.byteLength > maxBodyBytes;
  if (oversized || !isSignedByStripe(body, signature, deps.signingSecrets, deps.clock.nowMs())) {
    deps.metrics.count('RejectedWebhook');
    return oversized ? 'oversized' : 'unsigned';
  }
  const event = webhook.parse(body);
  if (event === null) {
    // Refused, Stripe would send it again for days, and it would be no other then.
    deps.metrics.count('MalformedStripeEvent');
    return 'ignored';
  }
  if ('unhandledType' in event) {
    deps.metrics.count('UnhandledStripeEvent');
    return 'ignored';
  }
  await deps.queue.send(event.handled);
  return 'queued';
}
