// The ids that come from outside. They become parts of table keys, so `#` and control characters stay out.

import * as z from 'zod';

const slug = /^[A-Za-z0-9][A-Za-z0-9_.:@-]*$/;

export const customerId = z
  .string()
  .max(128)
  .regex(slug, 'must be up to 128 letters, digits and _ . : @ -, starting with a letter or digit');

export const subaccountId = z
  .string()
  .max(64)
  .regex(slug, 'must be up to 64 letters, digits and _ . : @ -, starting with a letter or digit');

/** An app's own id of its installation on one phone. */
export const deviceId = z
  .string()
  .max(128)
  .regex(slug, 'must be up to 128 letters, digits and _ . : @ -, starting with a letter or digit');

export const stripeCustomerId = z
  .string()
  .max(255)
  .regex(/^cus_[A-Za-z0-9_]+$/, 'must be a Stripe customer id, cus_…');

export const stripeSessionId = z
  .string()
  .max(255)
  .regex(/^vs_\w+$/, 'must be an id of a Stripe verification session, vs_…');

/** Stripe's ids have 255 characters at most: https://docs.stripe.com/upgrades */
export const stripeEventId = z
  .string()
  .max(255)
  .regex(/^evt_\w+$/, 'must be an id of a Stripe event, evt_…');

/** Of whatever an event is about. */
export const stripeObjectId = z.string().regex(/^\w{1,255}$/, 'must be an id of Stripe');

/** A moment as callers may write it. */
export const isoTime = z.iso.datetime({ offset: true });

/** A moment as the API writes it. */
export const utcTime = z.iso.datetime();

export function toIso(epochMs: number): string {
  return new Date(epochMs).toISOString();
}

export function toIsoOrNull(epochMs: number | null): string | null {
  return epochMs === null ? null : toIso(epochMs);
}
