// What a proposed policy would do to existing customers, answered by the very rules that would do it.

import {
  isFlaggable,
  policyApplicationReason,
  type ApplicablePolicy,
  type PolicySubject,
} from './policy-application.ts';
import { decideRideGate } from './ride-gate.ts';
import { riskScores } from './risk.ts';

/** What one customer would notice. */
export type PolicyEffect = {
  blockedNow: boolean;
  /** At the gate as soon as the policy is saved. */
  blockedOnceSaved: boolean;
  /** At the gate when it has been applied to existing customers too. */
  blockedOnceApplied: boolean;
  /** By the application: asked to verify, who was not before. */
  flagged: boolean;
};

/** What saving and applying a proposed policy would change for one customer. */
export function effectOfPolicy(
  subject: PolicySubject,
  current: ApplicablePolicy,
  proposed: ApplicablePolicy,
): PolicyEffect {
  const reason = policyApplicationReason(subject, proposed);
  const blockedOnceSaved = !decideRideGate(subject, proposed).allowed;
  return {
    blockedNow: !decideRideGate(subject, current).allowed,
    blockedOnceSaved,
    blockedOnceApplied:
      reason === null
        ? blockedOnceSaved
        : // When he was flagged doesn't matter to the gate.
          !decideRideGate({ ...subject, requirement: { state: 'required', atMs: 0, reason } }, proposed)
            .allowed,
    flagged: reason !== null,
  };
}

/** How many customers have a score; null stands for none. */
export type ScoreBucket = {
  score: number | null;
  customers: number;
  /** Those of them whom `risk_based` would flag, would it ask for this score (or for an unscored payment). */
  flaggable: number;
};

/** Counts of customers. `newly…` compares now with the proposed policy saved and applied. */
export type PolicySimulation = {
  customers: number;
  verified: number;
  cleared: number;
  alreadyRequired: number;
  newlyFlagged: number;
  newlyBlocked: number;
  newlyBlockedOnceSaved: number;
  newlyAllowed: number;
  blockedNow: number;
  blockedOnceApplied: number;
  riskScores: readonly ScoreBucket[];
};

/** The counts before the first customer. */
export const emptySimulation: PolicySimulation = {
  customers: 0,
  verified: 0,
  cleared: 0,
  alreadyRequired: 0,
  newlyFlagged: 0,
  newlyBlocked: 0,
  newlyBlockedOnceSaved: 0,
  newlyAllowed: 0,
  blockedNow: 0,
  blockedOnceApplied: 0,
  riskScores: [...riskScores, null].map((score) => ({ score, customers: 0, flaggable: 0 })),
};

/** The counts with one more customer in them. */
export function simulateCustomer(
  counts: PolicySimulation,
  subject: PolicySubject,
  current: ApplicablePolicy,
  proposed: ApplicablePolicy,
): PolicySimulation {
  const effect = effectOfPolicy(subject, current, proposed);
  const { state } = subject.requirement;
  const one = (holds: boolean): number => (holds ? 1 : 0);
  return {
    customers: counts.customers + 1,
    verified: counts.verified + one(subject.identityStatus === 'verified'),
    cleared: counts.cleared + one(state === 'cleared'),
    alreadyRequired: counts.alreadyRequired + one(state === 'required'),
    newlyFlagged: counts.newlyFlagged + one(effect.flagged),
    newlyBlocked: counts.newlyBlocked + one(!effect.blockedNow && effect.blockedOnceApplied),
    newlyBlockedOnceSaved: counts.newlyBlockedOnceSaved + one(!effect.blockedNow && effect.blockedOnceSaved),
    newlyAllowed: counts.newlyAllowed + one(effect.blockedNow && !effect.blockedOnceApplied),
    blockedNow: counts.blockedNow + one(effect.blockedNow),
    blockedOnceApplied: counts.blockedOnceApplied + one(effect.blockedOnceApplied),
    riskScores: withScore(counts.riskScores, subject),
  };
}

function withScore(buckets: readonly ScoreBucket[], subject: PolicySubject): readonly ScoreBucket[] {
  const score = subject.risk?.score ?? null;
  const flaggable = subject.risk !== null && isFlaggable(subject) ? 1 : 0;
  return buckets.map((bucket) =>
    bucket.score === score
      ? { score, customers: bucket.customers + 1, flaggable: bucket.flaggable + flaggable }
      : bucket,
  );
}
