// What is kept and looked at so that operators see how RideGate itself fares.

import type { Tally } from '../../domain/identity-tally.ts';
import type { ReconcilerRun } from '../../domain/reconciler-run.ts';
import type { CountedHour, WaitingEvents } from '../../domain/webhook-health.ts';

/**
 * Numbers by the hour of what became of Stripe's events, kept for 14 days. Nothing makes up for a count that was
 * lost or came twice, as after a crash: they may be a little off, and nothing is decided by them.
 */
export type WebhookCounters = {
  /** Adds what one batch counts for to the hour of a moment (epoch milliseconds). */
  add: (tally: Tally, atMs: number) => Promise<void>;
  /** The hours that have any counts, from the one of a moment to the one of another. */
  hours: (fromMs: number, toMs: number) => Promise<readonly CountedHour[]>;
};

/** The queues that events wait in. */
export type WebhookQueueSizes = {
  /** About how many messages are in each, those in somebody's hand too; may be a minute behind. */
  waiting: () => Promise<WaitingEvents>;
};

/** The reconciler's runs, kept for 30 days. */
export type ReconcilerRuns = {
  save: (run: ReconcilerRun) => Promise<void>;
  /** Newest first. @throws InvalidInput for a cursor that this list did not give out. */
  page: (page: { cursor: string | null; limit: number }) => Promise<ReconcilerRunPage>;
};

export type ReconcilerRunPage = { runs: readonly ReconcilerRun[]; nextCursor: string | null };
