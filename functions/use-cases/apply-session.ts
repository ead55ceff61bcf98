import type { Actor } from '../domain/actor.ts';
import { captureOf, isRedacted, wantedOfSession } from '../domain/captured-data.ts';
import { customerRef, type CurrentSession, type CustomerRef } from '../domain/customer.ts';
import { DuplicateEvent } from '../domain/faults.ts';
import { decideSessionOutcome } from '../domain/session-outcome.ts';
import type { SessionRecord, StripeSession } from '../domain/session.ts';
import { mustCloseAtStripe } from '../domain/superseded-session.ts';
import { applyRedactedSession } from './apply-redacted-session.ts';
import { continueRedaction, type ContinueRedactionDeps } from './continue-redaction.ts';
import type { CustomerContext, CustomerSave } from './ports/customer-repository.ts';
import type { Metrics, Pause } from './ports/environment.ts';
import type { IdentityProvider } from './ports/stripe.ts';
import { retryOnConflict } from './retry-on-conflict.ts';
import { saveChange, type SaveDeps } from './save-change.ts';

export type ApplySessionDeps = SaveDeps & { identity: IdentityProvider; metrics: Metrics; pause: Pause };

/** Reads the session that an event is about from Stripe and applies what it says now, once for each event. */
export async function applySessionEvent(
  deps: ContinueRedactionDeps,
  sessionId: string,
  eventId: string,
  found: (ref: CustomerRef) => void,
): Promise<void> {
  const known = await deps.customers.findByStripeSession(sessionId);
  if (known === null) {
    deps.metrics.count('UnknownVerificationSession');
    await deps.customers.markEventProcessed(eventId, deps.clock.nowMs());
    return;
  }
  found(known.ref);
  const cause = { actor: { kind: 'stripe', id: eventId } as const, eventId };
  const applied = await retryOnConflict(deps, async () => {
    const loaded = await deps.customers.loadContext(known.ref);
    const record = await readRecord(deps, loaded, known.number);
    const session = await readSession(deps, loaded, record, sessionId);
    try {
      return session.redaction === null
        ? await applyState(deps, loaded, record, session, cause)
        : await applyRedactedSession(deps, loaded, session, cause);
    } catch (fault) {
      if (!(fault instanceof DuplicateEvent)) throw fault;
      deps.metrics.count('DuplicateStripeEvent');
      return loaded;
    }
  });
  // It may have been the session that an open redaction waited for.
  if (isRedacted(applied.customer, known.number)) await continueRedaction(deps, known.ref);
}

/**
 * The customer was read before Stripe is: a save that succeeds then rests on an answer that is newer than any
 * answer that was applied before, so an old state never overwrites a new one.
 * @throws ConcurrentChange, DuplicateEvent
 */
export async function applySession(
  deps: ApplySessionDeps,
  loaded: CustomerContext,
  { id, number }: CurrentSession,
  cause: { actor: Actor; eventId?: string },
): Promise<{ context: CustomerContext; session: StripeSession }> {
  const record = await readRecord(deps, loaded, number);
  const session = await readSession(deps, loaded, record, id);
  return { context: await applyState(deps, loaded, record, session, cause), session };
}

async function applyState(
  deps: ApplySessionDeps,
  loaded: CustomerContext,
  record: SessionRecord,
  session: StripeSession,
  cause: { actor: Actor; eventId?: string },
): Promise<CustomerContext> {
  const context = await applyOutcome(deps, loaded, record, session, cause);
  if (mustCloseAtStripe(context.customer, record, session)) await deps.identity.cancelSession(session.id);
  return context;
}

/** Reads our note of a session that the customer has. */
export async function readRecord(
  { customers }: Pick<SaveDeps, 'customers'>,
  { customer }: CustomerContext,
  number: number,
): Promise<SessionRecord> {
  const record = await customers.loadSession(customerRef(customer), number);
  if (record === null) throw new Error(`session record ${number} is missing`);
  return record;
}

/** Reads a session with what this customer's policy needs to judge it, and keeps of it. */
export async function readSession(
  deps: { identity: IdentityProvider },
  { customer, policy }: CustomerContext,
  record: SessionRecord,
  sessionId: string,
): Promise<StripeSession> {
  const wanted = wantedOfSession(customer, record, policy);
  return deps.identity.retrieveSession(sessionId, { wanted });
}

/**
 * Decides and saves what a session's state does to its customer.
 * @throws ConcurrentChange, and DuplicateEvent where the event had its effect before: what changed since is told by
 *   another event, and until then nobody may act on a state that wasn't saved
 */
export async function applyOutcome(
  deps: SaveDeps,
  context: CustomerContext,
  record: SessionRecord,
  session: StripeSession,
  cause: { actor: Actor; eventId?: string },
): Promise<CustomerContext> {
  const nowMs = deps.clock.nowMs();
  const change = decideSessionOutcome(context.customer, record, session, context.policy, nowMs);
  if (change === null) {
    if (cause.eventId !== undefined) await deps.customers.markEventProcessed(cause.eventId, nowMs);
    return context;
  }
  const seen = { ...record, status: session.status, countedReports: session.reportCount };
  const captured = change.action === 'identity_verified' && keptOf(context, record, session, nowMs);
  return saveChange(deps, context, change, { ...cause, session: seen, ...captured });
}

/** What a verification keeps. What an earlier one left goes with it, also where this one leaves nothing. */
function keptOf(
  { customer, policy }: CustomerContext,
  record: SessionRecord,
  session: StripeSession,
  nowMs: number,
): Pick<CustomerSave, 'identity' | 'documentExpiry'> {
  const { data, documentExpiresOn } = captureOf(customer, record, session, policy, nowMs);
  return {
    identity: data === null ? null : { data, sessionId: session.id, capturedAtMs: nowMs },
    documentExpiry: documentExpiresOn === null ? null : { expiresOn: documentExpiresOn },
  };
}
