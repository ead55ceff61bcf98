// The removal of data whose time is over. Our own copies go here, for all who are due; what Stripe has is asked for
// after that (continue-open-redactions.ts).

import type { Actor } from '../domain/actor.ts';
import type { CustomerRef } from '../domain/customer.ts';
import { isKeptForLongEnough, lastDueVerificationMs } from '../domain/retention.ts';
import type { CountDeadline } from './enforce-deadlines-counts.ts';
import { workInTurns, type Part } from './enforce-deadlines-part.ts';
import type { CustomerRefPage, DeadlineList, Deadlines, SubaccountWithDeadlines } from './ports/deadlines.ts';
import type { Metrics, Pause } from './ports/environment.ts';
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
      const untilMs = lastDueVerificationMs(days, deps.clock.nowMs());
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
