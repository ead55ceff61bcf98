// Those who act at Stripe, and those who try what isn't theirs.

import type { CustomerRef } from '../../../functions/domain/customer.ts';
import type { Charge } from '../../../functions/domain/risk.ts';
import { stateOf } from '../stripe/simulated-stripe.ts';
import { stripeCustomerOf, think, type Stage } from './cast.ts';

/** Riders who are signed up pay; some payments are of nobody we know. */
export async function actAsPayers(
  stage: Stage,
  customers: readonly CustomerRef[],
  doings: number,
): Promise<void> {
  const { chance, stripe, journal } = stage;
  for (let count = 0; count < doings; count += 1) {
    await think(stage);
    const known = customers.filter((ref) => journal.commitsOf(ref).length > 0);
    const stranger = known.length === 0 || chance.happens(0.08);
    const stripeCustomerId = stranger ? 'cus_of_another_shop' : stripeCustomerOf(chance.pick(known));
    stripe.pay({ stripeCustomerId, radarScore: null, ...outcome(stage) });
  }
}

function outcome({ chance }: Stage): Pick<Charge, 'status' | 'riskLevel' | 'outcomeType'> {
  const riskLevel = chance.pick(['normal', 'normal', 'elevated', 'highest', 'not_assessed']);
  if (chance.happens(0.8)) return { status: 'succeeded', riskLevel, outcomeType: 'authorized' };
  return { status: 'failed', riskLevel, outcomeType: chance.pick(['blocked', 'issuer_declined']) };
}

/** A reviewer in Stripe's Dashboard: takes verifications back, cancels, redacts. */
export async function actAsReviewer(
  stage: Stage,
  customers: readonly CustomerRef[],
  doings: number,
): Promise<void> {
  const { chance, stripe } = stage;
  for (let count = 0; count < doings; count += 1) {
    await think(stage);
    const lives = customers.flatMap((ref) => stripe.livesOf(ref));
    const tried = lives.filter(
      (one) => stateOf(one).status === 'requires_input' && stateOf(one).reportCount > 0,
    );
    const some = tried.length > 0 && chance.happens(0.8) ? tried : lives;
    const life = some.length === 0 ? undefined : chance.pick(some);
    if (life === undefined || stateOf(life).redaction !== null) continue;
    const { status } = stateOf(life);
    const { identity } = stripe;
    if (status === 'verified') {
      if (chance.happens(0.8)) identity.reject(life.id, 'document_unverified_other');
      else identity.redact(life.id);
    } else if (status === 'requires_input') await identity.cancelSession(life.id);
  }
}

/** Calls for customers of another tenant, or for ones that only the other tenant has. */
export async function actAsStranger(
  stage: Stage,
  tenants: readonly string[],
  customers: readonly CustomerRef[],
  doings: number,
): Promise<void> {
  const { chance, api } = stage;
  const actions = [
    'check-ride',
    'refresh-session',
    'require-verification',
    'start-identity-session',
  ] as const;
  for (let count = 0; count < doings; count += 1) {
    await think(stage);
    const ref = chance.pick(customers);
    const other = tenants.find((tenant) => tenant !== ref.subaccountId) ?? 'nowhere';
    const action = chance.pick(actions);
    const body = action === 'require-verification' ? { reason: 'other' } : undefined;
    const asOperator =
      chance.happens(0.5) || action === 'refresh-session' || action === 'require-verification';
    await api.call({
      action,
      ref,
      body,
      mustBeHidden: true,
      ...(asOperator
        ? {
            as: { role: 'operator', subaccountId: other, userId: 'op-stranger' },
            query: { subaccount_id: ref.subaccountId },
          }
        : { as: { role: 'rider', ref: { ...ref, customerId: `${ref.customerId}-friend` } } }),
    });
  }
}
