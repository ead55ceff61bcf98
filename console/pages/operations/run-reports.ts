// What a run of the reconciler did, and whether one is missing.

import type { ReconcilerRun } from './operations-types.ts';

/** As lib/webhook-stack.ts schedules them, in minutes. */
export const runEveryMinutes = 5;

/** Three in a row are missing then: one may be slow, and one may have been killed. */
const overdueAfterMs = 3 * runEveryMinutes * 60_000;

/** Whether the newest run began so long ago that later ones must be missing. */
export function isOverdue(newest: Pick<ReconcilerRun, 'started_at'> | undefined, nowMs: number): boolean {
  return newest === undefined || nowMs - Date.parse(newest.started_at) > overdueAfterMs;
}

/** In the order in which they are told. */
export const reportedCounts = [
  'verifications_healed',
  'sessions_healed',
  'events_requeued',
  'sessions_not_read',
  'events_malformed',
  'sessions_read',
  'events_read',
] as const satisfies readonly (keyof ReconcilerRun['counts'])[];

/** The counts that a run has something to say with. */
export function toldCounts(
  counts: ReconcilerRun['counts'],
): { name: (typeof reportedCounts)[number]; count: number }[] {
  return reportedCounts.map((name) => ({ name, count: counts[name] })).filter(({ count }) => count > 0);
}

/** How long a run took, in whole seconds; at least one. */
export function secondsTaken({
  started_at,
  finished_at,
}: Pick<ReconcilerRun, 'started_at' | 'finished_at'>): number {
  return Math.max(1, Math.round((Date.parse(finished_at) - Date.parse(started_at)) / 1000));
}
