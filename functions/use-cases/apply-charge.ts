import type { CustomerRef } from '../domain/customer.ts';
import { DuplicateEvent } from '../domain/faults.ts';
import { decideCharge } from '../domain/requirement-triggers.ts';
import type { Charge } from '../domain/risk.ts';
import type { CustomerContext } from './ports/customer-repository.ts';
import type { Metrics, Pause } from './ports/environment.ts';
import type { ChargeSource } from './ports/stripe.ts';
import { retryOnConflict } from './retry-on-conflict.ts';
import { saveChange, type SaveDeps } from './save-change.ts';

export type ApplyChargeDeps = SaveDeps & { charges: ChargeSource; metrics: Metrics; pause: Pause };

/** Reads a charge from Stripe and lets its risk speak, once for each event. A stranger's charge is counted and dropped. */
export async function applyCharge(
  deps: ApplyChargeDeps,
  chargeId: string,
  eventId: string,
  found: (ref: CustomerRef) => void,
): Promise<void> {
  const charge = await deps.charges.retrieveCharge(chargeId);
  const stripeCustomerId = charge?.stripeCustomerId ?? null;
  const ref = stripeCustomerId === null ? null : await deps.customers.findByStripeCustomer(stripeCustomerId);
  if (charge === null || ref === null) {
    deps.metrics.count('UnknownStripeCustomer');
    await deps.customers.markEventProcessed(eventId, deps.clock.nowMs());
    return;
  }
  found(ref);
  await retryOnConflict(deps, async () => {
    const context = await deps.customers.loadContext(ref);
    const assessed = await chargeToAssess(deps, context, charge);
    const change = decideCharge(context.customer, assessed, context.policy, deps.clock.nowMs());
    if (change === null) {
      await deps.customers.markEventProcessed(eventId, deps.clock.nowMs());
      return;
    }
    try {
      await saveChange(deps, context, change, { actor: { kind: 'stripe', id: eventId }, eventId });
    } catch (fault) {
      if (!(fault instanceof DuplicateEvent)) throw fault;
      deps.metrics.count('DuplicateStripeEvent');
    }
  });
}

/** Events come in any order, so which charge was a customer's first is asked of Stripe. */
async function chargeToAssess(
  { charges }: ApplyChargeDeps,
  { customer, policy }: CustomerContext,
  charge: Charge,
): Promise<Charge> {
  const wantsFirst = policy.riskEvaluation === 'first_charge' && customer.firstChargeId === null;
  if (!wantsFirst || charge.status !== 'succeeded' || charge.stripeCustomerId === null) return charge;
  return (await charges.firstSuccessfulCharge(charge.stripeCustomerId)) ?? charge;
}
