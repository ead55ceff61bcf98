// What Stripe Radar says of a payment, as a score, and whether that asks for verification.

import type { PolicyRules } from './policy.ts';
import type { RequirementReason } from './requirement.ts';

/** The levels that carry a score; Radar's other words (`not_assessed`, `unknown`) mean "unscored". */
export const scoredRiskLevels = ['normal', 'elevated', 'highest'] as const;
export type ScoredRiskLevel = (typeof scoredRiskLevels)[number];

const scoreByLevel: Record<ScoredRiskLevel, number> = { normal: 10, elevated: 50, highest: 75 };

/** The scores that there are, rising. */
export const riskScores: readonly number[] = scoredRiskLevels.map((level) => scoreByLevel[level]);

/** A payment as Stripe reports it (`charge`), reduced to what the rules read. */
export type Charge = {
  id: string;
  stripeCustomerId: string | null;
  status: 'succeeded' | 'pending' | 'failed';
  /** `charge.outcome.risk_level`; null where Stripe sends no outcome. */
  riskLevel: string | null;
  /** Radar's own 0–100 score; only with Radar for Fraud Teams. */
  radarScore: number | null;
  /** `charge.outcome.type`, e.g. `authorized`, `blocked`. */
  outcomeType: string | null;
};

/** What is noted of the charge that speaks for a customer's risk. */
export type RiskAssessment = {
  chargeId: string;
  /** Stripe's word for the level; null where the charge had none. */
  level: string | null;
  /** Derived from the level; null where the payment was not scored. */
  score: number | null;
  radarScore: number | null;
  assessedAtMs: number;
};

/** 10, 50 or 75; null for a level that carries no score. */
export function riskScoreOf(level: string | null): number | null {
  const scored = scoredRiskLevels.find((candidate) => candidate === level);
  return scored === undefined ? null : scoreByLevel[scored];
}

/** A charge's risk as it is noted. */
export function assessCharge(charge: Charge, assessedAtMs: number): RiskAssessment {
  return {
    chargeId: charge.id,
    level: charge.riskLevel,
    score: riskScoreOf(charge.riskLevel),
    radarScore: charge.radarScore,
    assessedAtMs,
  };
}

/** Whether a charge says something of the customer: it succeeded, or Radar blocked it and the policy counts that. */
export function isRiskRelevant(charge: Charge, policy: Pick<PolicyRules, 'blockedChargeTriggers'>): boolean {
  if (charge.status === 'succeeded') return true;
  return charge.status === 'failed' && charge.outcomeType === 'blocked' && policy.blockedChargeTriggers;
}

/** The reason to ask for verification that a score gives under a policy, or null where it gives none. */
export function riskRequirementReason(
  score: number | null,
  policy: Pick<PolicyRules, 'verificationMode' | 'riskThreshold' | 'unscoredPayment'>,
): RequirementReason | null {
  if (policy.verificationMode !== 'risk_based') return null;
  if (score === null) return policy.unscoredPayment === 'require' ? { kind: 'unscored_payment' } : null;
  if (score < policy.riskThreshold) return null;
  return { kind: 'risk_threshold_exceeded', score, threshold: policy.riskThreshold };
}
