import { continueOpenRedactions, watchOverdueRedactions } from './continue-open-redactions.ts';
import type { ContinueRedactionDeps, LateStripe } from './continue-redaction.ts';
import { startCountingDeadlines, type DeadlineCounts } from './enforce-deadlines-counts.ts';
import { startPart, type Part } from './enforce-deadlines-part.ts';
import { meetDocumentExpiries, type MeetDocumentsDeps } from './meet-document-expiries.ts';
import type { ReconcilerProgress } from './ports/reconciliation.ts';
import { startDueRedactions, type StartRedactionsDeps } from './start-due-redactions.ts';

export type EnforceDeadlinesDeps = StartRedactionsDeps &
  MeetDocumentsDeps &
  LateStripe<ContinueRedactionDeps> & { progress: ReconcilerProgress };

/** How much a run may do in each of its parts; the next run goes on with what is left. */
const bounds = {
  starts: { maxCustomers: 1_000, forMs: 40_000 },
  redactions: { maxCustomers: 200, forMs: 60_000 },
  documents: { maxCustomers: 1_000, forMs: 40_000 },
};

/**
 * What is due by the clock alone. A part that fails doesn't keep the others from their work, nor a customer his part;
 * the faults are answered beside what was done all the same.
 */
export async function enforceDeadlines(
  deps: EnforceDeadlinesDeps,
): Promise<{ counts: DeadlineCounts; faults: readonly unknown[] }> {
  const { counts, count } = startCountingDeadlines();
  const faults: unknown[] = [];
  const runPart = async (partBounds: typeof bounds.starts, work: (part: Part) => Promise<void>) => {
    const part = startPart(deps.clock, partBounds, () => count('customersFailed'));
    await work(part).catch((fault: unknown) => faults.push(fault));
    if (part.fault() !== null) faults.push(part.fault());
  };
  const subaccounts = shuffled(await deps.deadlineList.subaccounts(), deps.randomness);

  await runPart(bounds.starts, (part) => startDueRedactions(deps, part, subaccounts, count));
  await runPart(bounds.documents, (part) => meetDocumentExpiries(deps, part, subaccounts, count));
  await runPart(bounds.redactions, async (part) => {
    await watchOverdueRedactions(deps);
    await continueOpenRedactions({ ...deps, identity: await deps.identity() }, part, count);
  });
  return { counts, faults };
}

/** In another order each time, so that nobody is last in every run. */
function shuffled<One>(list: readonly One[], { next }: { next: () => number }): One[] {
  return list
    .map((one) => ({ one, at: next() }))
    .toSorted((left, right) => left.at - right.at)
    .map(({ one }) => one);
}
