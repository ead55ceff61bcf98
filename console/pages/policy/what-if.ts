// What a policy would do to the customers who are there, as far as the browser can tell from one simulation.

import type { components } from '../../../client/api-types.ts';
import type { Price } from '../../parts/price/price.ts';
import type { Rules } from './policy-rules.ts';

export type Simulation = components['schemas']['PolicySimulation'];

type Asking = Pick<
  Rules,
  'identity_verification_mode' | 'identity_verification_risk_threshold' | 'identity_unscored_payment'
>;

export type RiskBar = {
  score: number | null;
  customers: number;
  /** Those of them whom applying the policy would ask to verify. */
  flagged: number;
};

/** Customers by score, the unscored last. In the mode for all users nobody is asked for his score. */
export function riskBars(scores: Simulation['risk_scores'], rules: Asking): RiskBar[] {
  return scores
    .map(({ score, customers, flaggable }) => ({
      score,
      customers,
      flagged: asksFor(score, rules) ? flaggable : 0,
    }))
    .sort((one, other) => (one.score ?? Infinity) - (other.score ?? Infinity));
}

/** How many would be asked to verify; null in the mode for all users, where the API alone knows who is exempt. */
export function flaggedBy(scores: Simulation['risk_scores'], rules: Asking): number | null {
  if (rules.identity_verification_mode === 'all_users') return null;
  return riskBars(scores, rules).reduce((sum, { flagged }) => sum + flagged, 0);
}

function asksFor(score: number | null, rules: Asking): boolean {
  if (rules.identity_verification_mode !== 'risk_based') return false;
  if (score === null) return rules.identity_unscored_payment === 'require';
  return score >= rules.identity_verification_risk_threshold;
}

/** To four decimals, as the API has it. */
export function costOf(verifications: number, { perVerification }: Price): number {
  return Math.round(verifications * perVerification * 10_000) / 10_000;
}

export type Consequence = {
  flagged: number;
  seen: number;
  cost: number;
  /** Whether the API has said so for these very rules; else it is the browser's own sum. */
  isConfirmed: boolean;
};

/** What can be said now, while the API may still be counting; null where nothing can. */
export function consequenceOf(
  rules: Asking,
  price: Price,
  { simulation, isCurrent }: { simulation: Simulation; isCurrent: boolean },
): Consequence | null {
  const flagged = isCurrent ? simulation.newly_flagged : flaggedBy(simulation.risk_scores, rules);
  if (flagged === null) return null;
  return { flagged, seen: simulation.customers_seen, cost: costOf(flagged, price), isConfirmed: isCurrent };
}
