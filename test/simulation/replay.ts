// Tells one history as it happens: each step, and what it changed.

import type { Commit } from './journal.ts';
import { runHistory, type HistoryReport } from './run-history.ts';
import type { SessionLife } from './stripe/simulated-stripe.ts';
import { stateOf } from './stripe/simulated-stripe.ts';

/** Prints a history line by line. */
export async function replay(seed: number, print: (line: string) => void): Promise<HistoryReport> {
  return runHistory(seed, {
    watch: ({ atMs, task, label }) => {
      print(`${new Date(atMs).toISOString().slice(11, 23)}  ${task}: ${label}`);
    },
    spy: {
      name: 'replay',
      committed: (commit) => print(`              ▸ ${tellCommit(commit)}`),
      stripeChanged: (life) => print(`              ▸ ${tellSession(life)}`),
      acknowledged: ({ event }) => print(`              ▸ ${event.eventId} ${event.type} is acknowledged`),
      published: ({ target }) => print(`              ▸ a push reaches ${target ?? 'the topic'}`),
    },
  });
}

function tellCommit({ ref, after, audit }: Commit): string {
  const { requirement, identityStatus, session, attemptCount, epoch } = after;
  return (
    `${ref.subaccountId}/${ref.customerId} version ${after.version}: ${String(audit?.['action'])} by ` +
    `${String(audit?.['actor'])}; status ${identityStatus ?? 'null'}, requirement ${requirement.state}, session ` +
    `${session?.id ?? 'none'}, attempts ${attemptCount}, epoch ${epoch}`
  );
}

function tellSession(life: SessionLife): string {
  const { status, lastError, redaction } = stateOf(life);
  const error = lastError === null ? '' : ` (${lastError.code})`;
  return `${life.id} of ${life.ref.subaccountId}/${life.ref.customerId} is ${status}${error}${redaction === null ? '' : ', redacted'}`;
}
