import type { CustomerRef } from '../domain/customer.ts';
import { isChargeEvent, type StripeEvent } from '../domain/stripe-event.ts';
import { applyCharge, type ApplyChargeDeps } from './apply-charge.ts';
import { applySessionEvent } from './apply-session.ts';
import type { ContinueRedactionDeps } from './continue-redaction.ts';

export type ProcessEventDeps = ApplyChargeDeps & ContinueRedactionDeps;

/**
 * One queued event: what it is about is read from Stripe and applied. `found` is told whom it is about as soon
 * as that is known, also where the rest then fails.
 */
export async function processStripeEvent(
  deps: ProcessEventDeps,
  event: StripeEvent,
  found: (ref: CustomerRef) => void = () => undefined,
): Promise<void> {
  if (isChargeEvent(event.type)) {
    await applyCharge(deps, event.objectId, event.eventId, found);
    return;
  }
  await applySessionEvent(deps, event.objectId, event.eventId, found);
}
