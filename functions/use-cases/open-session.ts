// Sessions that exist at Stripe already: given out again, waited for, or closed before a new one is made.

import { asksForDeclinedSelfie, isNewConsent, recordConsent } from '../domain/biometric-consent.ts';
import { isRedacted } from '../domain/captured-data.ts';
import { customerRef, type CurrentSession } from '../domain/customer.ts';
import { Conflict, alreadyVerified } from '../domain/faults.ts';
import type { SessionRecord, StripeSession } from '../domain/session.ts';
import { mustCloseAtStripe } from '../domain/superseded-session.ts';
import { applyOutcome, readRecord, readSession, type ApplySessionDeps } from './apply-session.ts';
import type { CustomerContext } from './ports/customer-repository.ts';
import { saveChange } from './save-change.ts';
import type { SessionRequest } from './session-request.ts';

/**
 * Reads the customer's session from Stripe and applies it. `open` is the session while it waits for input,
 * with fresh secrets, and null where it is over, or closed because it asks for a selfie that was declined: also
 * earlier, where nothing is said now.
 * @throws Conflict `already_verified` | `verification_processing`
 */
export async function reuseCurrentSession(
  deps: ApplySessionDeps,
  loaded: CustomerContext,
  current: CurrentSession,
  request: Pick<SessionRequest, 'actor' | 'consent'>,
): Promise<{ context: CustomerContext; open: StripeSession | null }> {
  const record = await readRecord(deps, loaded, current.number);
  const session = await readSession(deps, loaded, record, current.id);
  const context = await applyOutcome(deps, loaded, record, session, { actor: request.actor });
  if (context.customer.identityStatus === 'verified') throw alreadyVerified();
  if (session.status === 'processing') throw stillProcessing();
  if (session.status !== 'requires_input' || session.redaction !== null) return { context, open: null };
  // Its data would be taken again at once, so it can't be the one to go on with.
  if (isRedacted(context.customer, current.number)) {
    if ((await deps.identity.redactSession(session.id)) === 'processing') throw stillProcessing();
    return { context, open: null };
  }
  if (mustCloseAtStripe(context.customer, record, session)) {
    await closeSession(deps, session.id);
    return { context, open: null };
  }
  const heard = await hearConsent(deps, context, record, request);
  if (!asksForDeclinedSelfie(heard.record)) return { context: heard.context, open: session };
  await closeSession(deps, session.id);
  return { context: heard.context, open: null };
}

/** Keeps with an open session what the rider says now, where he hasn't said it before. */
async function hearConsent(
  deps: ApplySessionDeps,
  context: CustomerContext,
  record: SessionRecord,
  { actor, consent }: Pick<SessionRequest, 'actor' | 'consent'>,
): Promise<{ context: CustomerContext; record: SessionRecord }> {
  if (!isNewConsent(record.consent, consent)) return { context, record };
  // Read anew, as what Stripe said of the session may just have been noted in it.
  const latest = await readRecord(deps, context, record.number);
  const heard = recordConsent(context.customer, latest, consent, deps.clock.nowMs());
  const saved = await saveChange(deps, context, heard.change, { actor, session: heard.record });
  return { context: saved, record: heard.record };
}

/**
 * A session from before an operator asked anew no longer counts; while it is open it would be a second one.
 * @throws Conflict `verification_processing`
 */
export async function closeSupersededSession(
  deps: ApplySessionDeps,
  context: CustomerContext,
): Promise<void> {
  const { customer } = context;
  if (customer.sessionCount === 0) return;
  const record = await deps.customers.loadSession(customerRef(customer), customer.sessionCount);
  if (record === null || record.sessionId === null) return;
  await closeSession(deps, record.sessionId);
}

/** Cancels a session that waits for input, and makes sure that it didn't go into processing just then. */
async function closeSession(deps: ApplySessionDeps, id: string): Promise<void> {
  const readState = () => deps.identity.retrieveSession(id, { wanted: 'state' });
  const before = await readState();
  if (before.status === 'requires_input') await deps.identity.cancelSession(id);
  const after = before.status === 'requires_input' ? await readState() : before;
  if (after.status === 'processing') throw stillProcessing();
}

function stillProcessing(): Conflict {
  return new Conflict(
    'verification_processing',
    'Stripe is still checking. Please wait a minute and ask again.',
  );
}
