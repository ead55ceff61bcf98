// The redactions that Stripe isn't done with: a part of them in each run over deadlines.

import { dayMs } from '../domain/calendar-date.ts';
import { continueRedaction, type ContinueRedactionDeps } from './continue-redaction.ts';
import type { CountDeadline } from './enforce-deadlines-counts.ts';
import type { Part } from './enforce-deadlines-part.ts';
import type { DeadlineList } from './ports/deadlines.ts';
import type { Clock, Metrics } from './ports/environment.ts';
import type { ReconcilerProgress } from './ports/reconciliation.ts';

/**
 * Goes on with open redactions from where the last run stopped, and past the end of the list from its beginning on.
 * One by one, and each is behind us before it is begun: one that ends the run is not in the way of the next.
 */
export async function continueOpenRedactions(
  deps: ContinueRedactionDeps & { deadlineList: DeadlineList; progress: ReconcilerProgress },
  part: Part,
  count: CountDeadline,
): Promise<void> {
  const beforeMs = deps.clock.nowMs() + 1;
  const met = new Set<string>();
  let cursor = await deps.progress.load('open_redactions');
  let mayBeginAnew = cursor !== null;
  while (part.isDue()) {
    const { refs, nextCursor } = await deps.deadlineList.openRedactions(beforeMs, { cursor, limit: 1 });
    if (refs.some((ref) => met.has(JSON.stringify(ref)))) return;
    for (const ref of refs) met.add(JSON.stringify(ref));
    if (!(await deps.progress.move('open_redactions', cursor, nextCursor))) return;
    await part.workThrough(refs, async (ref) => {
      await continueRedaction(deps, ref);
      count('redactionsContinued');
    });
    cursor = nextCursor;
    if (cursor !== null) continue;
    if (!mayBeginAnew) return;
    mayBeginAnew = false;
  }
}

/** Stripe takes four days at most: https://docs.stripe.com/identity/verification-sessions#redact */
const overdueMs = 7 * dayMs;

/** Counts a run that finds a redaction which has been open for longer than Stripe can have taken for it. */
export async function watchOverdueRedactions(deps: {
  deadlineList: DeadlineList;
  metrics: Metrics;
  clock: Clock;
}): Promise<void> {
  const beforeMs = deps.clock.nowMs() - overdueMs;
  const { refs } = await deps.deadlineList.openRedactions(beforeMs, { cursor: null, limit: 1 });
  if (refs.length > 0) deps.metrics.count('RedactionsOverdue');
}
