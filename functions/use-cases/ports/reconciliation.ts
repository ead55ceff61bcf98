// What the reconciler goes by: the sessions that may still change at Stripe, and how far it has come.

import type { CustomerRef } from '../../domain/customer.ts';

/** A session whose last known state at Stripe isn't final; `sinceMs` is when that state was saved. */
export type OpenSession = { ref: CustomerRef; number: number; sessionId: string; sinceMs: number };

export type OpenSessionPage = { sessions: readonly OpenSession[]; nextCursor: string | null };

/** The open sessions of all subaccounts. Lists may be seconds behind. */
export type OpenSessionList = {
  /** Those saved from one moment until before another, newest first. */
  newest: (fromMs: number, beforeMs: number, limit: number) => Promise<readonly OpenSession[]>;
  /**
   * Those saved before a moment, in an order that stays, from a cursor on. A last page may be empty; a cursor
   * that isn't of this list begins anew.
   */
  page: (beforeMs: number, page: { cursor: string | null; limit: number }) => Promise<OpenSessionPage>;
  /** Takes a session that is over off the list; harmless where it was saved since. */
  settle: (session: OpenSession) => Promise<void>;
};

/** The lists that the reconciler, and for redactions the run over deadlines, walks over: a part in each run. */
export type ReconciledList = 'open_sessions' | 'undelivered_events' | 'open_redactions';

/** Where the next run goes on. */
export type ReconcilerProgress = {
  /** Null where the next run begins anew. */
  load: (list: ReconciledList) => Promise<string | null>;
  /** False where another run has moved on from there meanwhile: the rest is that one's. */
  move: (list: ReconciledList, from: string | null, to: string | null) => Promise<boolean>;
};

/** Events that were put back on the queue, so that those which wait there or lie among the dead letters aren't doubled. */
export type RequeuedEvents = {
  /** Those of at most 100 events that are to be left alone at a moment. */
  held: (eventIds: readonly string[], atMs: number) => Promise<ReadonlySet<string>>;
  hold: (eventId: string, untilMs: number) => Promise<void>;
};
