/** Stripe's signature scheme: https://docs.stripe.com/webhooks#verify-manually */
import { createHmac } from 'node:crypto';

/** The value of `Stripe-Signature` for a body sent at a time in seconds since 1970. */
export function signPayload(body: string, secret: string, timestamp: number): string {
  const signature = createHmac('sha256', secret)
    .update(`${String(timestamp)}.${body}`)
    .digest('hex');
  return `t=${String(timestamp)},v1=${signature}`;
}
