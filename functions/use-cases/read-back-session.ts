import { decideRideGate } from '../domain/ride-gate.ts';
import type { StripeSession } from '../domain/session.ts';
import { applySession, type ApplySessionDeps } from './apply-session.ts';
import type { CustomerContext } from './ports/customer-repository.ts';
import type { OpenSession, OpenSessionList } from './ports/reconciliation.ts';
import { retryOnConflict } from './retry-on-conflict.ts';

export type ReadBackDeps = ApplySessionDeps & { openSessionList: OpenSessionList };

/** What reading a session back came to. */
export type ReadBack = 'unchanged' | 'session_healed' | 'verification_healed';

const actor = { kind: 'system', id: 'reconciler' } as const;

/** Reads an open session from Stripe and applies it, as if its webhook had come just now. */
export async function readBackSession(deps: ReadBackDeps, open: OpenSession): Promise<ReadBack> {
  return retryOnConflict(deps, async () => {
    const before = await deps.customers.loadContext(open.ref);
    const current = { id: open.sessionId, number: open.number };
    const { context: after, session } = await applySession(deps, before, current, { actor });
    if (after.customer.version !== before.customer.version) return healed(before, after);
    // Nothing was saved, so our note of the session is still that of an open one.
    if (isOver(session)) await deps.openSessionList.settle(open);
    return 'unchanged';
  });
}

/** "Verified at Stripe and still blocked here" is what operators must hear of. */
function healed(before: CustomerContext, after: CustomerContext): ReadBack {
  const wasBlocked = !decideRideGate(before.customer, before.policy).allowed;
  const nowVerified = after.customer.identityStatus === 'verified';
  return wasBlocked && nowVerified ? 'verification_healed' : 'session_healed';
}

function isOver({ status, redaction }: StripeSession): boolean {
  return redaction !== null || status === 'verified' || status === 'canceled';
}
