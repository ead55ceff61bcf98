// What becomes of a queued event: which lane it waits in, when a failed one is tried again, and when it is given up.

import type { CustomerRef } from './customer.ts';

/** Events on their way as they happen, or those that had to wait and must not hold up fresh ones. */
export type Lane = 'fresh' | 'backlog';

/** What happened to an event on its way through our queues. */
export type DeliveryHistory = {
  /** Failed tries, in both lanes. */
  tries: number;
  /** Epoch milliseconds. */
  firstFailedAtMs: number | null;
  /** Epoch milliseconds. */
  lastFailedAtMs: number | null;
  /** Why the last try failed, where somebody could tell. */
  cause: string | null;
  /** Whom the event is about, where that was found out. */
  customer: CustomerRef | null;
};

/** How a try failed: `temporary` goes away by itself, `permanent` never does, of `unknown` nobody can tell. */
export type Failure = {
  kind: 'temporary' | 'permanent' | 'unknown';
  /** A code for operators, without personal data, e.g. `stripe_unavailable`. */
  cause: string;
};

export type FailureDecision = { is: 'retry'; inSeconds: number } | { is: 'dead_letters' };

/**
 * How long an event may have waited in the fresh lane. Longer than a pause in the fleet's morning rush, and
 * short enough that a rider who waits behind such events still stands beside his scooter.
 */
export const freshForMs = 2 * 60 * 1000;

/** The wait after the first failed try; a conflict or a hiccup of Stripe is over by then. */
const firstDelaySeconds = 2;

/** Once Stripe is back, no event that failed meanwhile waits longer than this. */
const maxDelaySeconds = 15 * 60;

/** Waits are shortened by up to a quarter, so that what failed together doesn't come back together. */
const jitter = 0.25;

/** Longer than Stripe has ever been down, and than it takes somebody to notice a key that expired at night. */
export const giveUpTemporaryAfterMs = 12 * 60 * 60 * 1000;

/** A bug fails each time: five tries tell it from chance. */
export const maxTriesUnknown = 5;

/** Whether an event waited so long in the fresh lane that it must make way for fresher ones. */
export function isStale({ lane, queuedAtMs }: { lane: Lane; queuedAtMs: number }, nowMs: number): boolean {
  return lane === 'fresh' && nowMs - queuedAtMs > freshForMs;
}

/** The history with one more failed try. */
export function failedOnceMore(
  history: DeliveryHistory,
  { cause, customer }: { cause: string; customer: CustomerRef | null },
  nowMs: number,
): DeliveryHistory {
  return {
    tries: history.tries + 1,
    firstFailedAtMs: history.firstFailedAtMs ?? nowMs,
    lastFailedAtMs: nowMs,
    cause,
    customer: customer ?? history.customer,
  };
}

/** What to do about a failed event; `history` has this try in it, `random` is in [0, 1). */
export function decideFailedDelivery(
  { kind }: Failure,
  { tries, firstFailedAtMs }: DeliveryHistory,
  nowMs: number,
  random: number,
): FailureDecision {
  const failingForMs = nowMs - (firstFailedAtMs ?? nowMs);
  switch (kind) {
    case 'permanent':
      return { is: 'dead_letters' };
    case 'unknown':
      return tries >= maxTriesUnknown ? { is: 'dead_letters' } : retry(tries, random);
    case 'temporary':
      return failingForMs >= giveUpTemporaryAfterMs ? { is: 'dead_letters' } : retry(tries, random);
  }
}

function retry(tries: number, random: number): FailureDecision {
  const ceiling = Math.min(maxDelaySeconds, firstDelaySeconds * 2 ** (tries - 1));
  return { is: 'retry', inSeconds: Math.ceil(ceiling * (1 - jitter * random)) };
}
