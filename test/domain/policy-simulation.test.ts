// What a simulation counts for customers of each kind.

import { describe, expect, it } from 'vitest';
import type { Customer } from '../../functions/domain/customer.ts';
import {
  effectOfPolicy,
  emptySimulation,
  simulateCustomer,
} from '../../functions/domain/policy-simulation.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import {
  aCustomer,
  aPolicy,
  aRiskAssessment,
  cleared,
  nowMs,
  requiredByOperator,
  requiredByPolicy,
  requiredByRisk,
} from '../support/builders.ts';

const disabled = { verificationMode: 'disabled' } as const;
const byRisk = { verificationMode: 'risk_based', riskThreshold: 50 } as const;
const all = { verificationMode: 'all_users' } as const;
const scored = (score: number | null) => ({ risk: aRiskAssessment({ score }) });

describe('the effect of a policy on one customer', () => {
  it.each<[string, Partial<Customer>, Partial<Policy>, Partial<Policy>, string]>([
    ['asked by all_users', {}, disabled, all, 'flagged, blocked once saved'],
    ['asked by a score', scored(75), disabled, byRisk, 'flagged, blocked once applied'],
    [
      'asked by a lower threshold',
      scored(10),
      byRisk,
      { ...byRisk, riskThreshold: 10 },
      'flagged, blocked once applied',
    ],
    ['not asked by a score', scored(10), disabled, byRisk, 'free'],
    ['let off', {}, all, disabled, 'allowed'],
    ['let off by an exemption', {}, all, { ...all, exemptCustomersCreatedBeforeMs: nowMs }, 'allowed'],
    ['let off though flagged by the policy', { requirement: requiredByPolicy }, all, disabled, 'allowed'],
    [
      'flagged, and required by the next policy too',
      { requirement: requiredByRisk },
      byRisk,
      all,
      'stays blocked',
    ],
    ['asked by an operator', { requirement: requiredByOperator() }, all, disabled, 'stays blocked'],
    ['verified', { identityStatus: 'verified' }, disabled, all, 'free'],
    ['cleared', { requirement: cleared }, disabled, all, 'free'],
  ])('%s', (_, customer, current, proposed, expected) => {
    const effect = effectOfPolicy(aCustomer(customer), aPolicy(current), aPolicy(proposed));

    expect(effect).toEqual(effects[expected]);
  });
});

const effects: Record<string, ReturnType<typeof effectOfPolicy>> = {
  'flagged, blocked once saved': {
    blockedNow: false,
    blockedOnceSaved: true,
    blockedOnceApplied: true,
    flagged: true,
  },
  'flagged, blocked once applied': {
    blockedNow: false,
    blockedOnceSaved: false,
    blockedOnceApplied: true,
    flagged: true,
  },
  free: { blockedNow: false, blockedOnceSaved: false, blockedOnceApplied: false, flagged: false },
  allowed: { blockedNow: true, blockedOnceSaved: false, blockedOnceApplied: false, flagged: false },
  'stays blocked': { blockedNow: true, blockedOnceSaved: true, blockedOnceApplied: true, flagged: false },
};

describe('the counts', () => {
  const customers = [
    aCustomer(),
    aCustomer(scored(10)),
    aCustomer(scored(50)),
    aCustomer(scored(75)),
    aCustomer({ ...scored(75), identityStatus: 'verified' }),
    aCustomer({ ...scored(75), requirement: cleared }),
    aCustomer({ ...scored(50), requirement: requiredByRisk }),
    aCustomer(scored(null)),
  ];
  const simulate = (current: Partial<Policy>, proposed: Partial<Policy>) =>
    customers.reduce(
      (counts, customer) => simulateCustomer(counts, customer, aPolicy(current), aPolicy(proposed)),
      emptySimulation,
    );

  it('tell each kind of customer apart', () => {
    expect(simulate(byRisk, { ...byRisk, riskThreshold: 75, unscoredPayment: 'require' })).toEqual({
      customers: 8,
      verified: 1,
      cleared: 1,
      alreadyRequired: 1,
      newlyFlagged: 2,
      newlyBlocked: 2,
      newlyBlockedOnceSaved: 0,
      newlyAllowed: 0,
      blockedNow: 1,
      blockedOnceApplied: 3,
      riskScores: [
        { score: 10, customers: 1, flaggable: 1 },
        { score: 50, customers: 2, flaggable: 1 },
        { score: 75, customers: 3, flaggable: 1 },
        // One who never paid, and one whose payment was not scored.
        { score: null, customers: 2, flaggable: 1 },
      ],
    });
  });

  it('draw the slider: at each threshold, the flaggable at or above it are those that it flags', () => {
    for (const riskThreshold of [0, 10, 11, 50, 51, 75, 76, 100]) {
      const { newlyFlagged, riskScores } = simulate(disabled, { ...byRisk, riskThreshold });
      const fromTheChart = riskScores
        .filter(({ score }) => score !== null && score >= riskThreshold)
        .reduce((sum, { flaggable }) => sum + flaggable, 0);

      expect(newlyFlagged).toBe(fromTheChart);
    }
  });

  it('are all zero where there is nobody', () => {
    expect(emptySimulation).toMatchObject({ customers: 0, newlyFlagged: 0, newlyBlocked: 0 });
  });
});
