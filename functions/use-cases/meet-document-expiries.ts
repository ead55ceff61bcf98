// Documents that expire: reminders, and verification anew. Where a policy no longer has a use for it, what is kept of
// their expiry goes.

import type { CountDeadline } from './enforce-deadlines-counts.ts';
import { workInTurns, type Part } from './enforce-deadlines-part.ts';
import { actsOnDocumentExpiry } from '../domain/document-expiry.ts';
import { meetDocumentExpiry, type MeetDocumentExpiryDeps } from './meet-document-expiry.ts';
import type { CustomerRefPage, DeadlineList, SubaccountWithDeadlines } from './ports/deadlines.ts';
import type { Metrics } from './ports/environment.ts';
import type { SubaccountRepository } from './ports/subaccount-repository.ts';

const pageSize = 25;

/** Whoever verified while the earlier policy was still read has saved by then. */
const sweepForMs = 60 * 60_000;

export type MeetDocumentsDeps = MeetDocumentExpiryDeps & {
  subaccounts: Pick<SubaccountRepository, 'load'>;
  deadlineList: DeadlineList;
  metrics: Metrics;
};

export async function meetDocumentExpiries(
  deps: MeetDocumentsDeps,
  part: Part,
  subaccounts: readonly SubaccountWithDeadlines[],
  count: CountDeadline,
): Promise<void> {
  const sweeping = new Set(
    subaccounts.filter(({ sweeps }) => sweeps).map(({ subaccountId }) => subaccountId),
  );
  await workInTurns(
    part,
    subaccounts.map(({ subaccountId }) => subaccountId),
    (subaccountId, cursor) => dueIn(deps, subaccountId, cursor, sweeping.has(subaccountId)),
    async (ref) => {
      const outcome = await meetDocumentExpiry(deps, ref);
      if (outcome === 'nothing') return;
      count(outcome === 'reminded' ? 'documentExpiryReminders' : 'documentsExpired');
      deps.metrics.count(outcome === 'reminded' ? 'DocumentExpiryReminders' : 'DocumentsExpired');
    },
  );
}

/** Of a policy that has a use for it, those who are due; of one that lost it, everybody. */
async function dueIn(
  deps: MeetDocumentsDeps,
  subaccountId: string,
  cursor: string | null,
  sweeps: boolean,
): Promise<CustomerRefPage> {
  const nowMs = deps.clock.nowMs();
  const home = await deps.subaccounts.load(subaccountId);
  const acts = home !== null && actsOnDocumentExpiry(home.policy);
  const page =
    acts || sweeps
      ? await deps.deadlineList.documentsDue(subaccountId, acts ? nowMs : null, { cursor, limit: pageSize })
      : { refs: [], nextCursor: null };
  const isSwept = cursor === null && page.refs.length === 0;
  if (sweeps && (acts || isSwept)) await deps.deadlines.endSweep(subaccountId, nowMs - sweepForMs);
  return page;
}
