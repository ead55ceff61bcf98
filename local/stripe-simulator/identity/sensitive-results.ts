/** Stripe shows sensitive results for a short time only. */
import type { Expansions } from '../api/expansion.ts';
import { permissionDenied } from '../api/errors.ts';
import type { Simulator } from '../simulator.ts';
import type { ReportRecord } from './records.ts';
import { SESSION_EXPANSIONS } from './rendering.ts';

/** A restricted key reads "recent sensitive verification results": those of the last 48 hours. */
const SHOWN_FOR_SECONDS = 48 * 60 * 60;

/** Is what was made then, in seconds since 1970, no longer shown? */
export function isTooOld(simulator: Simulator, created: number): boolean {
  return simulator.nowMs() / 1000 - created > SHOWN_FOR_SECONDS;
}

/** Refuses what was expanded if it is sensitive and too old. `prefix` as in the session's expansions. */
export function refuseStaleResults(
  simulator: Simulator,
  report: ReportRecord | undefined,
  expanded: Expansions,
  prefix = '',
): void {
  if (!report || !isTooOld(simulator, report.created)) return;
  const stale = SESSION_EXPANSIONS.find(
    ({ path, sensitive }) => sensitive && expanded.has(path.slice(prefix.length)),
  );
  if (stale) {
    throw permissionDenied(
      `Sensitive verification results can be accessed for 48 hours; those of ${report.id} are older.`,
    );
  }
}
