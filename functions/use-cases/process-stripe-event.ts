import { isChargeEvent, type StripeEvent } from '../domain/stripe-event.ts';
import { applyCharge, type ApplyChargeDeps } from './apply-charge.ts';
import { applySessionEvent, type ApplySessionDeps } from './apply-session.ts';

export type ProcessEventDeps = ApplyChargeDeps & ApplySessionDeps;

/** One queued event: what it is about is read from Stripe and applied. */
export async function processStripeEvent(deps: ProcessEventDeps, event: StripeEvent): Promise<void> {
  if (isChargeEvent(event.type)) {
    await applyCharge(deps, event.objectId, event.eventId);
    return;
  }
  await applySessionEvent(deps, event.objectId, event.eventId);
}
