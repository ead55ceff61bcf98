import { startCounting, type ReconcileCounts } from './reconcile-counts.ts';
import { reconcileSessions, sessionBounds, type ReconcileSessionsDeps } from './reconcile-sessions.ts';
import { requeueUndeliveredEvents, type RequeueDeps } from './requeue-undelivered-events.ts';

export type ReconcileDeps = ReconcileSessionsDeps & RequeueDeps;

/**
 * What no webhook told: open sessions are read back from Stripe, then undelivered events are queued. A part that
 * fails doesn't keep the other from its work; the faults are answered beside what was done all the same.
 */
export async function reconcile(
  deps: ReconcileDeps,
  { quietMs = sessionBounds.quietMs }: { quietMs?: number | undefined } = {},
): Promise<{ counts: ReconcileCounts; faults: readonly unknown[] }> {
  const { counts, count } = startCounting();
  const faults: unknown[] = [];
  // Sessions first: they heal at once, and events of a session that was healed here change nothing more.
  for (const part of [
    () => reconcileSessions(deps, count, { ...sessionBounds, quietMs }),
    () => requeueUndeliveredEvents(deps, count),
  ]) {
    try {
      await part();
    } catch (fault) {
      faults.push(fault);
    }
  }
  return { counts, faults };
}
