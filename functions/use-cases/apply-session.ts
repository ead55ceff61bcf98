import type { Actor } from '../domain/actor.ts';
import { DuplicateEvent } from '../domain/faults.ts';
import { decideSessionOutcome, mustCloseAtStripe } from '../domain/session-outcome.ts';
import type { SessionRecord, StripeSession } from '../domain/session.ts';
import type { CustomerContext, IdentityProvider, Metrics, Pause } from './ports.ts';
import { retryOnConflict } from './retry-on-conflict.ts';
import { saveChange, type SaveDeps } from './save-change.ts';

export type ApplySessionDeps = SaveDeps & { identity: IdentityProvider; metrics: Metrics; pause: Pause };

/** Reads a session from Stripe and applies what it says now, once for each event. */
export async function applySession(
  deps: ApplySessionDeps,
  sessionId: string,
  cause: { actor: Actor; eventId: string },
): Promise<void> {
  await retryOnConflict(deps, async () => {
    const found = await deps.customers.findByStripeSession(sessionId);
    if (found === null) {
      deps.metrics.count('UnknownVerificationSession');
      await deps.customers.markEventProcessed(cause.eventId, deps.clock.nowMs());
      return;
    }
    // The customer is read before Stripe: a save that succeeds then rests on an answer that is newer than
    // any answer that was applied before, so an old state never overwrites a new one.
    const context = await deps.customers.loadContext(found.ref);
    const record = await deps.customers.loadSession(found.ref, found.number);
    if (record === null) throw new Error(`session record ${found.number} is missing`);
    const session = await readSession(deps, context, sessionId);
    const after = await applyOutcome(deps, context, record, session, cause);
    if (mustCloseAtStripe(after.customer, record, session)) await deps.identity.cancelSession(session.id);
  });
}

/** Reads a session with what this customer's policy needs to judge it. */
export async function readSession(
  deps: { identity: IdentityProvider },
  context: CustomerContext,
  sessionId: string,
): Promise<StripeSession> {
  return deps.identity.retrieveSession(sessionId, { withDateOfBirth: context.policy.minimumAge !== null });
}

/** Decides and saves what a session's state does to its customer. @throws ConcurrentChange */
export async function applyOutcome(
  deps: SaveDeps & { metrics: Metrics },
  context: CustomerContext,
  record: SessionRecord,
  session: StripeSession,
  cause: { actor: Actor; eventId?: string },
): Promise<CustomerContext> {
  const change = decideSessionOutcome(context.customer, record, session, context.policy, deps.clock.nowMs());
  if (change === null) {
    if (cause.eventId !== undefined) {
      await deps.customers.markEventProcessed(cause.eventId, deps.clock.nowMs());
    }
    return context;
  }
  const seen = { ...record, status: session.status, countedReports: session.reportCount };
  try {
    return await saveChange(deps, context, change, { ...cause, session: seen });
  } catch (fault) {
    if (!(fault instanceof DuplicateEvent)) throw fault;
    deps.metrics.count('DuplicateStripeEvent');
    return context;
  }
}
