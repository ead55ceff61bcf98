// Reads the sessions back that may still change at Stripe: the recent ones in each run, because their riders are
// waiting, and then the rest, a part in each run. docs/decisions/0009-reconciler-reads-recent-first.md

import { ConcurrentChange, StripeRefused, StripeUnavailable } from '../domain/faults.ts';
import type { EndOfPart } from '../domain/reconciler-run.ts';
import type { OpenSession, ReconcilerProgress } from './ports/reconciliation.ts';
import { readBackSession, type ReadBackDeps } from './read-back-session.ts';
import type { Count } from './reconcile-counts.ts';

export type ReconcileSessionsDeps = ReadBackDeps & { progress: ReconcilerProgress };

/** How much a run may do, and how fast. */
export const sessionBounds = {
  /** A webhook is on its way for so long; reading the session meanwhile would be for nothing. */
  quietMs: 3 * 60_000,
  recentMs: 24 * 60 * 60_000,
  maxRecent: 100,
  /** Recent and older ones together, so that older ones get as many at least as recent ones. */
  maxSessions: 200,
  pageSize: 25,
  /** Each copy waits between two sessions: 3 or 4 sessions a second in all, of one or two requests each. */
  copies: 3,
  pauseMs: 500,
  recentForMs: 40_000,
  forMs: 80_000,
  /** So many failures of Stripe in a row end the run: it is down, or has had enough of us. */
  maxUnavailable: 3,
};
export type SessionBounds = typeof sessionBounds;

/**
 * @throws StripeUnavailable, StripeRefused (the key) where it had to end early; the next run goes on there.
 *   The first fault that nobody expected, once all others were read.
 */
export async function reconcileSessions(
  deps: ReconcileSessionsDeps,
  count: Count,
  bounds: SessionBounds = sessionBounds,
): Promise<EndOfPart> {
  const startMs = deps.clock.nowMs();
  const beforeMs = startMs - bounds.quietMs;
  const reader = createReader(deps, count, bounds);

  const recent = await deps.openSessionList.newest(startMs - bounds.recentMs, beforeMs, bounds.maxRecent);
  await reader.readAll(recent, startMs + bounds.recentForMs);
  const end = await readRest(deps, reader, { startMs, beforeMs, bounds });
  if (reader.fault() !== null) throw reader.fault();
  return end;
}

/** Goes on where the last run stopped, and past the end of the list from its beginning on. */
async function readRest(
  { openSessionList, progress }: ReconcileSessionsDeps,
  reader: Reader,
  { startMs, beforeMs, bounds }: { startMs: number; beforeMs: number; bounds: SessionBounds },
): Promise<EndOfPart> {
  let cursor = await progress.load('open_sessions');
  let mayBeginAnew = cursor !== null;
  for (;;) {
    const left = bounds.maxSessions - reader.tried();
    if (left <= 0) return 'stopped_early';
    const page = await openSessionList.page(beforeMs, { cursor, limit: Math.min(left, bounds.pageSize) });
    if (!(await reader.readAll(page.sessions, startMs + bounds.forMs))) return 'stopped_early';
    // A run that is killed goes on behind the last page that was read to its end.
    if (!(await progress.move('open_sessions', cursor, page.nextCursor))) return 'stopped_early';
    cursor = page.nextCursor;
    if (cursor !== null) continue;
    if (!mayBeginAnew) return 'completed';
    mayBeginAnew = false;
  }
}

type Reader = {
  /** Reads those that weren't read in this run, and answers whether it came to the end of them. */
  readAll: (sessions: readonly OpenSession[], untilMs: number) => Promise<boolean>;
  tried: () => number;
  fault: () => unknown;
};

function createReader(deps: ReconcileSessionsDeps, count: Count, bounds: SessionBounds): Reader {
  const tried = new Set<string>();
  let unavailable = 0;
  let stopped = false;
  let fault: unknown = null;

  const readOne = async (session: OpenSession): Promise<void> => {
    try {
      const outcome = await readBackSession(deps, session);
      unavailable = 0;
      count('sessionsRead');
      if (outcome === 'unchanged') return;
      count(outcome === 'verification_healed' ? 'verificationsHealed' : 'sessionsHealed');
      deps.metrics.count(outcome === 'verification_healed' ? 'VerificationsHealed' : 'SessionsHealed');
    } catch (failure) {
      count('sessionsNotRead');
      deps.metrics.count('SessionsNotReadBack');
      note(failure);
    }
  };

  const note = (failure: unknown): void => {
    if (failure instanceof ConcurrentChange || isForgotten(failure)) return;
    if (failure instanceof StripeUnavailable) {
      unavailable += 1;
      if (unavailable < bounds.maxUnavailable) return;
    }
    stopped ||= failure instanceof StripeUnavailable || isKeyRefused(failure);
    fault ??= failure;
  };

  return {
    async readAll(sessions, untilMs) {
      const waiting = sessions.filter(({ sessionId }) => !tried.has(sessionId));
      const isDue = (): boolean => !stopped && deps.clock.nowMs() < untilMs;
      const work = async (): Promise<void> => {
        while (isDue()) {
          const next = waiting.shift();
          if (next === undefined) return;
          tried.add(next.sessionId);
          await readOne(next);
          await deps.pause(bounds.pauseMs);
        }
      };
      await Promise.all(Array.from({ length: bounds.copies }, work));
      return !stopped && waiting.length === 0;
    },
    tried: () => tried.size,
    fault: () => fault,
  };
}

/** A session that Stripe doesn't know: counted, and nothing that another run could mend. */
function isForgotten(failure: unknown): boolean {
  return failure instanceof StripeRefused && failure.code === 'resource_missing';
}

function isKeyRefused(failure: unknown): boolean {
  return failure instanceof StripeRefused && failure.keyRefused;
}
