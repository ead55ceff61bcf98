import type { CustomerRef } from '../../../functions/domain/customer.ts';
import type { Api } from '../api.ts';
import type { Chance } from '../chance.ts';
import type { Journal } from '../journal.ts';
import type { Scheduler } from '../scheduler.ts';
import type { SimulatedStripe } from '../stripe/simulated-stripe.ts';

/** What those who act have in hand. */
export type Stage = {
  scheduler: Scheduler;
  chance: Chance;
  api: Api;
  stripe: SimulatedStripe;
  journal: Journal;
  /** Sessions that a rider was handed, by his key. */
  handed: Map<string, Set<string>>;
  /** How long people think at most between two doings. */
  paceMs: number;
  /** How likely Stripe is to verify what was submitted. */
  luck: number;
};

export function keyOf({ subaccountId, customerId }: CustomerRef): string {
  return `${subaccountId}/${customerId}`;
}

/** Each customer has a Stripe customer of his own. */
export function stripeCustomerOf({ subaccountId, customerId }: CustomerRef): string {
  return `cus_${subaccountId}_${customerId}`;
}

export async function think({ scheduler, chance, paceMs }: Stage): Promise<void> {
  await scheduler.sleep(chance.below(paceMs), 'thinks');
}
