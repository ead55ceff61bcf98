// What a run of the reconciler did, in numbers: for its log line, and for whoever invoked it.

import type { ReconcileCounts } from '../domain/reconciler-run.ts';

const nothing: ReconcileCounts = {
  sessionsRead: 0,
  sessionsNotRead: 0,
  verificationsHealed: 0,
  sessionsHealed: 0,
  eventsRead: 0,
  eventsMalformed: 0,
  eventsRequeued: 0,
};

/** Adds to one of the numbers; one, unless it says otherwise. */
export type Count = (name: keyof ReconcileCounts, by?: number) => void;

export function startCounting(): { counts: ReconcileCounts; count: Count } {
  const counts = { ...nothing };
  const count: Count = (name, by = 1) => {
    counts[name] += by;
  };
  return { counts, count };
}
