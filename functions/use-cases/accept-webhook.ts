import type { ReceivedEvent } from '../domain/stripe-event.ts';
import type { Clock, Metrics } from './ports/environment.ts';
import type { EventQueue } from './ports/messaging.ts';
import { isSignedByStripe } from './stripe-signature.ts';

/** A webhook as it came in; `parse` reads the event from the body, null where it is none. */
export type Webhook = {
  contentType: string | undefined;
  body: Uint8Array;
  signature: string | undefined;
  parse: (body: Uint8Array) => ReceivedEvent | null;
};

type Refusal = 'not_json' | 'oversized' | 'unsigned';
export type WebhookVerdict = 'queued' | 'ignored' | 'wrong_mode' | Refusal;

export type AcceptWebhookDeps = {
  queue: EventQueue;
  clock: Clock;
  metrics: Metrics;
  signingSecrets: readonly string[];
  /** Whether this deployment takes Stripe's live events, or those of its test mode. */
  livemode: boolean;
};

/** Stripe's events are far smaller; what is larger isn't worth an HMAC. */
const maxBodyBytes = 256 * 1024;

/**
 * Takes an event in: nothing is believed before its signature, and nothing is acknowledged before the queue
 * has it. @throws Error where the queue fails, so that Stripe sends it again.
 */
export async function acceptWebhook(deps: AcceptWebhookDeps, webhook: Webhook): Promise<WebhookVerdict> {
  const refusal = refuse(deps, webhook);
  if (refusal !== null) {
    deps.metrics.count('RejectedWebhook');
    return refusal;
  }
  const event = webhook.parse(webhook.body);
  if (event === null) {
    // Refused, Stripe would send it again for days, and it would be no other then.
    deps.metrics.count('MalformedStripeEvent');
    return 'ignored';
  }
  if ('unhandledType' in event) {
    deps.metrics.count('UnhandledStripeEvent');
    return 'ignored';
  }
  if (event.handled.livemode !== deps.livemode) {
    // Refused, so that Stripe's Dashboard shows that the endpoint is registered in the wrong mode.
    deps.metrics.count('WrongModeEvent');
    return 'wrong_mode';
  }
  await deps.queue.send(event.handled);
  return 'queued';
}

/** What costs least is looked at first, the signature last. */
function refuse(
  { signingSecrets, clock }: AcceptWebhookDeps,
  { contentType, body, signature }: Webhook,
): Refusal | null {
  if (!/^application\/json\s*(?:;|$)/i.test(contentType ?? '')) return 'not_json';
  if (body.byteLength > maxBodyBytes) return 'oversized';
  return isSignedByStripe(body, signature, signingSecrets, clock.nowMs()) ? null : 'unsigned';
}
