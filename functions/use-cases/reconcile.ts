import {
  worseOutcome,
  type EndOfPart,
  type PartOfRun,
  type ReconcilerRun,
} from '../domain/reconciler-run.ts';
import { startCounting } from './reconcile-counts.ts';
import { reconcileSessions, sessionBounds, type ReconcileSessionsDeps } from './reconcile-sessions.ts';
import { requeueUndeliveredEvents, type RequeueDeps } from './requeue-undelivered-events.ts';

type StripePorts = Pick<ReconcileSessionsDeps & RequeueDeps, 'identity' | 'undelivered'>;

export type ReconcileDeps = Omit<ReconcileSessionsDeps & RequeueDeps, keyof StripePorts> & {
  stripe: () => Promise<StripePorts>;
  /** Names a fault for operators, without personal data. */
  causeOf: (fault: unknown) => string;
};

/**
 * What no webhook told: open sessions are read back from Stripe, then undelivered events are queued. A part that
 * fails doesn't keep the other from its work; the faults are answered beside what was done all the same.
 */
export async function reconcile(
  { stripe, causeOf, ...deps }: ReconcileDeps,
  { quietMs = sessionBounds.quietMs }: { quietMs?: number | undefined } = {},
): Promise<{ run: ReconcilerRun; faults: readonly unknown[] }> {
  const startedAtMs = deps.clock.nowMs();
  const { counts, count } = startCounting();
  const faults: unknown[] = [];
  const endOf = async (part: (ports: StripePorts) => Promise<EndOfPart>): Promise<PartOfRun> => {
    try {
      return { outcome: await part(await stripe()), cause: null };
    } catch (fault) {
      faults.push(fault);
      return { outcome: 'failed', cause: causeOf(fault) };
    }
  };
  // Sessions first: they heal at once, and events of a session that was healed here change nothing more.
  const openSessions = await endOf((ports) =>
    reconcileSessions({ ...deps, ...ports }, count, { ...sessionBounds, quietMs }),
  );
  const undeliveredEvents = await endOf((ports) => requeueUndeliveredEvents({ ...deps, ...ports }, count));
  const outcome = worseOutcome(openSessions, undeliveredEvents);
  const finishedAtMs = deps.clock.nowMs();
  return { run: { startedAtMs, finishedAtMs, outcome, openSessions, undeliveredEvents, counts }, faults };
}
