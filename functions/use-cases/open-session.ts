// Sessions that exist at Stripe already: given out again, waited for, or closed before a new one is made.

import type { Actor } from '../domain/actor.ts';
import { customerRef, type CurrentSession } from '../domain/customer.ts';
import { Conflict, alreadyVerified } from '../domain/faults.ts';
import { mustCloseAtStripe } from '../domain/session-outcome.ts';
import type { StripeSession } from '../domain/session.ts';
import { applyOutcome, readRecord, readSession, type ApplySessionDeps } from './apply-session.ts';
import type { CustomerContext } from './ports/customer-repository.ts';

/**
 * Reads the customer's session from Stripe and applies it. `open` is the session while it waits for input,
 * with fresh secrets, and null where it is over, or closed because it asks for a selfie that was declined.
 * @throws Conflict `already_verified` | `verification_processing`
 */
export async function reuseCurrentSession(
  deps: ApplySessionDeps,
  loaded: CustomerContext,
  current: CurrentSession,
  request: { actor: Actor; biometricConsent: boolean },
): Promise<{ context: CustomerContext; open: StripeSession | null }> {
  const record = await readRecord(deps, loaded, current.number);
  const session = await readSession(deps, loaded, current.id);
  const context = await applyOutcome(deps, loaded, record, session, { actor: request.actor });
  if (context.customer.identityStatus === 'verified') throw alreadyVerified();
  if (session.status === 'processing') throw stillProcessing();
  if (session.status !== 'requires_input' || session.redacted) return { context, open: null };
  const asksForDeclinedSelfie = record.options.requireSelfie && !request.biometricConsent;
  if (asksForDeclinedSelfie || mustCloseAtStripe(context.customer, record, session)) {
    await closeSession(deps, context, session.id);
    return { context, open: null };
  }
  return { context, open: session };
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
  await closeSession(deps, context, record.sessionId);
}

/** Cancels a session that waits for input, and makes sure that it didn't go into processing just then. */
async function closeSession(deps: ApplySessionDeps, context: CustomerContext, id: string): Promise<void> {
  const before = await readSession(deps, context, id);
  if (before.status === 'requires_input') await deps.identity.cancelSession(id);
  const after = before.status === 'requires_input' ? await readSession(deps, context, id) : before;
  if (after.status === 'processing') throw stillProcessing();
}

function stillProcessing(): Conflict {
  return new Conflict(
    'verification_processing',
    'Stripe is still checking. Please wait a minute and ask again.',
  );
}
