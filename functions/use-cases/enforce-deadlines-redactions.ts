// The removal of data whose time is over, and of what Stripe still has of it. Our own copies go first, for all who are
// due; Stripe is asked after that, a part of the open redactions in each run.

import type { Actor } from '../domain/actor.ts';
import type { CustomerRef } from '../domain/customer.ts';
import { isKeptForLongEnough, keptForDays } from '../domain/retention.ts';
import { continueRedaction, type ContinueRedactionDeps } from './continue-redaction.ts';
import type { CountDeadline } from './enforce-deadlines-counts.ts';
import { workInTurns, type Part } from './enforce-deadlines-part.ts';
import type { CustomerRefPage, DeadlineList, Deadlines, SubaccountWithDeadlines } from './ports/deadlines.ts';
import type { Metrics, Pause } from './ports/environment.ts';
import type { ReconcilerProgress } from './ports/reconciliation.ts';
import type { SubaccountRepository } from './ports/subaccount-repository.ts';
import { requestRedaction } from './request-redaction.ts';
import { retryOnConflict } from './retry-on-conflict.ts';
import type { SaveDeps } from './save-change.ts';

const actor: Actor = { kind: 'system', id: 'retention' };
const pageSize = 25;
const nobody: CustomerRefPage = { refs: [], nextCursor: null };

export type StartRedactionsDeps = SaveDeps & {
  subaccounts: Pick<SubaccountRepository, 'load'>;
  deadlineList: DeadlineList;
  deadlines: Deadlines;
  metrics: Metrics;
  pause: Pause;
};

/** Begins the redaction of everybody whose data was kept for as long as his policy says. */
export async function startDueRedactions(
  deps: StartRedactionsDeps,
  part: Part,
  subaccounts: readonly SubaccountWithDeadlines[],
  count: CountDeadline,
): Promise<void> {
  await workInTurns(
    part,
    subaccounts.map(({ subaccountId }) => subaccountId),
    async (subaccountId, cursor) => {
      const home = await deps.subaccounts.load(subaccountId);
      const days = home?.policy.retentionDays ?? null;
      if (days === null) return nobody;
      const untilMs = keptForDays(days, deps.clock.nowMs());
      return deps.deadlineList.verifiedUntil(subaccountId, untilMs, { cursor, limit: pageSize });
    },
    async (ref) => {
      if (!(await startIfDue(deps, ref))) return;
      count('redactionsStarted');
      deps.metrics.count('RedactionsStarted');
    },
  );
}

async function startIfDue(deps: StartRedactionsDeps, ref: CustomerRef): Promise<boolean> {
  return retryOnConflict(deps, async () => {
    // The customer first: a verification after this makes the save fail.
    const context = await deps.customers.loadContext(ref);
    const verifiedAtMs = await deps.deadlines.verifiedAtMs(ref);
    const { retentionDays } = context.policy;
    if (!isKeptForLongEnough(verifiedAtMs, retentionDays, deps.clock.nowMs())) return false;
    return (await requestRedaction(deps, context, { by: 'retention' }, actor)) !== context;
  });
}

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
const overdueMs = 7 * 24 * 60 * 60_000;

/** Counts a run that finds a redaction which has been open for longer than Stripe can have taken for it. */
export async function watchOverdueRedactions(deps: {
  deadlineList: DeadlineList;
  metrics: Metrics;
  clock: SaveDeps['clock'];
}): Promise<void> {
  const beforeMs = deps.clock.nowMs() - overdueMs;
  const { refs } = await deps.deadlineList.openRedactions(beforeMs, { cursor: null, limit: 1 });
  if (refs.length > 0) deps.metrics.count('RedactionsOverdue');
}
