// What a proposed policy would do, as the API answers it.

import * as z from 'zod';
import type { PolicySimulation } from '../domain/policy-simulation.ts';
import { policyRulesBody } from './policy.ts';
import { costJson, priceInBody, toCostJson } from './price.ts';

/** What is left out keeps the value that it has now, as in a PUT. */
export const simulatePolicyBody = z.strictObject({ ...policyRulesBody.shape, ...priceInBody });

const count = z.int();

export const policySimulationJson = z
  .object({
    policy_version: count.describe('The policy that the proposed one is compared with.'),
    complete: z.boolean().describe('False where time ran out: all counts are of `customers_seen` customers.'),
    customers_seen: count,
    verified: count,
    cleared: count,
    already_required: count,
    newly_flagged: count.describe('Asked to verify once the policy is applied, who are not now.'),
    newly_blocked: count.describe('May ride now, may not once the policy is saved and applied.'),
    newly_blocked_once_saved: count.describe('Those of them who are blocked as soon as it is saved.'),
    newly_allowed: count.describe('May not ride now, may once the policy is saved and applied.'),
    blocked_now: count,
    blocked_once_applied: count,
    risk_scores: z
      .array(
        z.object({
          score: z.number().nullable(),
          customers: count.describe('For null, also those who have not paid yet.'),
          flaggable: count.describe(
            'Whom `risk_based` would flag at this score: neither verified, cleared nor required; ' +
              'for null, those whose payment could not be scored.',
          ),
        }),
      )
      .describe(
        'Each possible score and null, whatever is proposed. Applied under `risk_based` with a threshold, a policy ' +
          'flags the `flaggable` of all scores at or above the threshold and, where `identity_unscored_payment` is ' +
          '`require`, those of null. So one answer draws every threshold.',
      ),
    cost: costJson.describe('Of verifying those who are newly flagged, once each.'),
  })
  .meta({ id: 'PolicySimulation' });

export function toPolicySimulationJson(
  { counts, complete, policyVersion }: { counts: PolicySimulation; complete: boolean; policyVersion: number },
  price: { price_per_verification: number; currency: string },
): z.infer<typeof policySimulationJson> {
  return {
    policy_version: policyVersion,
    complete,
    customers_seen: counts.customers,
    verified: counts.verified,
    cleared: counts.cleared,
    already_required: counts.alreadyRequired,
    newly_flagged: counts.newlyFlagged,
    newly_blocked: counts.newlyBlocked,
    newly_blocked_once_saved: counts.newlyBlockedOnceSaved,
    newly_allowed: counts.newlyAllowed,
    blocked_now: counts.blockedNow,
    blocked_once_applied: counts.blockedOnceApplied,
    risk_scores: counts.riskScores.map((bucket) => ({ ...bucket })),
    cost: toCostJson(counts.newlyFlagged, price),
  };
}
