// What the browser says at once is what the API says a moment later: both are asked about the same customers.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costOf, consequenceOf, flaggedBy, riskBars } from '../../../console/pages/policy/what-if.ts';
import { changedPolicyRules } from '../../../functions/contracts/policy.ts';
import { toPolicySimulationJson } from '../../../functions/contracts/policy-simulation.ts';
import { defaultPolicyRules } from '../../../functions/domain/policy.ts';
import type { PolicySubject } from '../../../functions/domain/policy-application.ts';
import { emptySimulation, simulateCustomer } from '../../../functions/domain/policy-simulation.ts';
import { anyRules } from './rules.ts';

const price = { perVerification: 1.5, currency: 'USD' };

const anySubject: fc.Arbitrary<PolicySubject> = fc.record({
  id: fc.constant('metro-nora'),
  createdAtMs: fc.integer({ min: 0, max: Date.UTC(2027, 0) }),
  identityStatus: fc.constantFrom(null, 'pending', 'verified', 'failed'),
  requirement: fc.constantFrom<PolicySubject['requirement']>(
    { state: 'none' },
    { state: 'required', atMs: 0, reason: { kind: 'subaccount_policy' } },
    { state: 'cleared', atMs: 0 },
  ),
  risk: fc.option(fc.record({ score: fc.constantFrom(10, 50, 75, null) })),
});

const simulate = (subjects: readonly PolicySubject[], rules: Parameters<typeof changedPolicyRules>[1]) =>
  toPolicySimulationJson(
    {
      counts: subjects.reduce(
        (counts, subject) =>
          simulateCustomer(
            counts,
            subject,
            defaultPolicyRules,
            changedPolicyRules(defaultPolicyRules, rules),
          ),
        emptySimulation,
      ),
      complete: true,
      policyVersion: 1,
    },
    { price_per_verification: price.perVerification, currency: price.currency },
  );

describe('how many would be asked to verify', () => {
  it('is in the browser what it is in the API, from an answer about any other rules', () => {
    fc.assert(
      fc.property(fc.array(anySubject), anyRules, anyRules, (subjects, asked, wanted) => {
        const known = flaggedBy(simulate(subjects, asked).risk_scores, wanted);
        const { newly_flagged, cost } = simulate(subjects, wanted);
        if (wanted.identity_verification_mode === 'all_users') {
          expect(known).toBeNull();
        } else {
          expect(known).toBe(newly_flagged);
          expect(costOf(newly_flagged, price)).toBe(cost.amount);
        }
      }),
    );
  });
});

const scores = [
  { score: null, customers: 4, flaggable: 2 },
  { score: 75, customers: 3, flaggable: 3 },
  { score: 10, customers: 9, flaggable: 8 },
];
const atFifty = {
  identity_verification_mode: 'risk_based',
  identity_verification_risk_threshold: 50,
  identity_unscored_payment: 'allow',
} as const;

describe('the bars of the chart', () => {
  it('rise by score, those without one last, and split at the threshold', () => {
    expect(riskBars(scores, atFifty)).toEqual([
      { score: 10, customers: 9, flagged: 0 },
      { score: 75, customers: 3, flagged: 3 },
      { score: null, customers: 4, flagged: 0 },
    ]);
  });

  it('count a score at the threshold, and those without a score where the policy asks them', () => {
    const strict = {
      ...atFifty,
      identity_verification_risk_threshold: 10,
      identity_unscored_payment: 'require',
    } as const;
    expect(riskBars(scores, strict).map(({ flagged }) => flagged)).toEqual([8, 3, 2]);
  });
});

describe('the consequence', () => {
  const simulation = { ...simulate([], {}), customers_seen: 16, newly_flagged: 7, risk_scores: scores };

  it('is the browser’s sum until the API has counted these very rules', () => {
    expect(consequenceOf(atFifty, price, { simulation, isCurrent: false })).toEqual({
      flagged: 3,
      seen: 16,
      cost: 4.5,
      isConfirmed: false,
    });
    expect(consequenceOf(atFifty, price, { simulation, isCurrent: true })).toMatchObject({
      flagged: 7,
      cost: 10.5,
      isConfirmed: true,
    });
  });

  it('is not guessed for all users: who is exempt the API alone knows', () => {
    const all = { ...atFifty, identity_verification_mode: 'all_users' } as const;
    expect(consequenceOf(all, price, { simulation, isCurrent: false })).toBeNull();
  });
});
