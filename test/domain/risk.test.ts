// What Radar says of a payment becomes a score, and the score a reason to verify.

import { describe, expect, it } from 'vitest';
import {
  assessCharge,
  isRiskRelevant,
  riskRequirementReason,
  riskScoreOf,
} from '../../functions/domain/risk.ts';
import { aCharge, aPolicy, nowMs } from '../support/builders.ts';

describe('the score of a risk level', () => {
  it.each([
    { level: 'normal', score: 10 },
    { level: 'elevated', score: 50 },
    { level: 'highest', score: 75 },
    { level: 'not_assessed', score: null },
    { level: 'unknown', score: null },
    { level: null, score: null },
    { level: 'a_level_of_next_year', score: null },
    { level: 'constructor', score: null },
  ])('$level → $score', ({ level, score }) => {
    expect(riskScoreOf(level)).toBe(score);
  });
});

describe('in risk_based mode, verification is required when the score reaches the threshold', () => {
  it.each([
    { score: 10, threshold: 50, required: false },
    { score: 50, threshold: 50, required: true },
    { score: 75, threshold: 50, required: true },
    { score: 75, threshold: 80, required: false },
    { score: 10, threshold: 10, required: true },
    { score: 10, threshold: 0, required: true },
    { score: 75, threshold: 100, required: false },
  ])('score $score, threshold $threshold → $required', ({ score, threshold, required }) => {
    const policy = aPolicy({ verificationMode: 'risk_based', riskThreshold: threshold });

    expect(riskRequirementReason(score, policy)).toEqual(
      required ? { kind: 'risk_threshold_exceeded', score, threshold } : null,
    );
  });
});

describe('an unscored payment', () => {
  it('asks for nothing where the policy allows unscored payments', () => {
    expect(riskRequirementReason(null, aPolicy({ unscoredPayment: 'allow' }))).toBeNull();
  });

  it('asks for verification where the policy wants it', () => {
    expect(riskRequirementReason(null, aPolicy({ unscoredPayment: 'require' }))).toEqual({
      kind: 'unscored_payment',
    });
  });

  it('asks for verification even with a threshold of 0 only where the policy wants it', () => {
    expect(riskRequirementReason(null, aPolicy({ riskThreshold: 0, unscoredPayment: 'allow' }))).toBeNull();
  });
});

describe('in the other modes a score asks for nothing', () => {
  it.each([
    { mode: 'all_users', score: 75 },
    { mode: 'disabled', score: 75 },
    { mode: 'all_users', score: null },
    { mode: 'disabled', score: null },
  ] as const)('$mode, score $score', ({ mode, score }) => {
    const policy = aPolicy({ verificationMode: mode, unscoredPayment: 'require' });

    expect(riskRequirementReason(score, policy)).toBeNull();
  });
});

describe('which charges count', () => {
  it.each([
    { status: 'succeeded', outcomeType: 'authorized', triggers: false, counts: true },
    { status: 'succeeded', outcomeType: 'manual_review', triggers: false, counts: true },
    { status: 'succeeded', outcomeType: null, triggers: false, counts: true },
    { status: 'pending', outcomeType: 'authorized', triggers: true, counts: false },
    { status: 'failed', outcomeType: 'issuer_declined', triggers: true, counts: false },
    { status: 'failed', outcomeType: 'invalid', triggers: true, counts: false },
    { status: 'failed', outcomeType: null, triggers: true, counts: false },
    { status: 'failed', outcomeType: 'blocked', triggers: false, counts: false },
    { status: 'failed', outcomeType: 'blocked', triggers: true, counts: true },
    { status: 'pending', outcomeType: 'blocked', triggers: true, counts: false },
  ] as const)('$status, outcome $outcomeType, blocked charges count: $triggers → $counts', (row) => {
    const charge = aCharge({ status: row.status, outcomeType: row.outcomeType });

    expect(isRiskRelevant(charge, { blockedChargeTriggers: row.triggers })).toBe(row.counts);
  });
});

describe('an assessment', () => {
  it('keeps Radar’s own score beside the derived one and never mixes them', () => {
    const charge = aCharge({ id: 'ch_9', riskLevel: 'elevated', radarScore: 67 });

    expect(assessCharge(charge, nowMs)).toEqual({
      chargeId: 'ch_9',
      level: 'elevated',
      score: 50,
      radarScore: 67,
      assessedAtMs: nowMs,
    });
  });

  it('has no derived score where Radar gave no level, even with a score of Radar’s own', () => {
    expect(assessCharge(aCharge({ riskLevel: null, radarScore: 90 }), nowMs).score).toBeNull();
  });
});
