// What a change of a customer counts for in the statistics. It stands in the change's audit entry, so that each
// change is counted from there, once, and without reading customers.

import type { CustomerChange } from './customer-change.ts';
import type { Customer } from './customer.ts';
import { bucketOf } from './duration-sketch.ts';

/** How often each thing happened, by name; what is missing didn't happen. */
export type Tally = Readonly<Record<string, number>>;

/** The names of those that are one number each. */
export type TallyName =
  | 'created'
  | 'flagged'
  | 'session_started'
  | 'attempts'
  | 'verified'
  | 'manually_verified'
  | 'failed'
  | 'cleared';

/** The beginnings of those that are many: Stripe's error codes, risk scores, buckets of durations. */
export const tallyPrefixes = { error: 'error:', risk: 'risk:', verifiedAfter: 'verified_after:' } as const;

/** Stands in a tally for the score of a payment that Radar didn't score. */
export const unscored = 'none';

/** What a change counts for; `before` is null for a new customer. */
export function tallyOf(before: Customer | null, { after, action }: CustomerChange): Tally {
  const counts: Record<TallyName, number> = {
    created: before === null ? 1 : 0,
    flagged: after.epoch - (before?.epoch ?? 0),
    session_started: after.sessionCount - (before?.sessionCount ?? 0),
    // An operator who asks anew sets the count back to zero.
    attempts: Math.max(0, after.attemptCount - (before?.attemptCount ?? 0)),
    verified: action === 'identity_verified' ? 1 : 0,
    manually_verified: action === 'manually_verified' ? 1 : 0,
    failed: after.identityStatus === 'failed' && before?.identityStatus !== 'failed' ? 1 : 0,
    cleared: after.requirement.state === 'cleared' && before?.requirement.state !== 'cleared' ? 1 : 0,
  };
  return {
    ...Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)),
    ...errorOf(after, action),
    ...riskOf(before, after),
    ...timeToVerify(before, after, action),
  };
}

/** Two tallies as one. */
export function addTallies(left: Tally, right: Tally): Tally {
  const sum: Record<string, number> = { ...left };
  for (const [name, count] of Object.entries(right)) sum[name] = (sum[name] ?? 0) + count;
  return sum;
}

/** Each check that Stripe ended with an error, also where the same error came before. */
function errorOf(after: Customer, action: CustomerChange['action']): Tally {
  const isFailedCheck = action === 'identity_requires_input' || action === 'identity_failed';
  if (!isFailedCheck || after.lastError === null) return {};
  return { [`${tallyPrefixes.error}${after.lastError.code}`]: 1 };
}

function riskOf(before: Customer | null, after: Customer): Tally {
  if (after.risk === null || after.risk.chargeId === before?.risk?.chargeId) return {};
  return { [`${tallyPrefixes.risk}${after.risk.score ?? unscored}`]: 1 };
}

/** From the moment of being asked to the verification by Stripe. */
function timeToVerify(before: Customer | null, after: Customer, action: CustomerChange['action']): Tally {
  if (action !== 'identity_verified' || before?.requirement.state !== 'required') return {};
  const tookMs = (after.verifiedAtMs ?? before.requirement.atMs) - before.requirement.atMs;
  return { [`${tallyPrefixes.verifiedAfter}${bucketOf(tookMs)}`]: 1 };
}
