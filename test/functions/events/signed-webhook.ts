// Stripe's events with real signatures: HMAC-SHA256 over `t.body`.
// https://docs.stripe.com/webhooks#verify-manually

import { createHmac } from 'node:crypto';
import { nowMs } from '../../support/builders.ts';

export const secret = 'whsec_current';
export const oldSecret = 'whsec_before_rotation';
export const nowSeconds = nowMs / 1000;

export const verifiedEvent = stripeEvent('identity.verification_session.verified', {
  id: 'vs_1',
  status: 'verified',
});

/** An event as Stripe sends it, with personal data that must stay behind. */
export function stripeEvent(type: string, object: unknown): string {
  return JSON.stringify({
    id: 'evt_1Q2w3E',
    object: 'event',
    api_version: '2026-10-28.endive',
    created: nowSeconds,
    data: { object },
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type,
  });
}

export function v1(
  payload: string | Uint8Array,
  key = secret,
  timestamp: number | string = nowSeconds,
): string {
  return createHmac('sha256', key).update(`${timestamp}.`).update(payload).digest('hex');
}

export function header(payload: string | Uint8Array, key = secret, timestamp = nowSeconds): string {
  return `t=${timestamp},v1=${v1(payload, key, timestamp)}`;
}
