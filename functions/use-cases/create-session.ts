// Makes a session at Stripe so that a crash or a second caller can't make two: the number is claimed first,
// the same claim gives the same session, and only then is it saved as the customer's current one.

import type { Actor } from '../domain/actor.ts';
import { changeCustomer } from '../domain/customer-change.ts';
import { customerRef, type Customer, type CustomerRef } from '../domain/customer.ts';
import { ConcurrentChange, StripeRefused, StripeUnavailable } from '../domain/faults.ts';
import { sessionOptions, type SessionRecord, type StripeSession } from '../domain/session.ts';
import type { ApplySessionDeps } from './apply-session.ts';
import type { CustomerContext } from './ports/customer-repository.ts';
import { saveChange } from './save-change.ts';

/** Stripe remembers an idempotency key for 24 hours at least. */
const claimLifeMs = 23 * 60 * 60 * 1000;

/** @throws ConcurrentChange where somebody else saved first. */
export async function createSession(
  deps: ApplySessionDeps,
  context: CustomerContext,
  request: { actor: Actor; returnUrl: string | null },
): Promise<StripeSession> {
  const { customer, policy } = context;
  const nowMs = deps.clock.nowMs();
  const claim = await deps.customers.reserveSession(
    customerRef(customer),
    {
      number: customer.sessionCount + 1,
      epoch: customer.epoch,
      claimId: deps.randomness.uuid(),
      replacesClaim: false,
      startedAtMs: nowMs,
      options: sessionOptions(policy, request.returnUrl),
      sessionId: null,
      status: null,
      countedReports: 0,
    },
    nowMs - claimLifeMs,
  );
  if (claim.epoch !== customer.epoch) {
    await withdrawClaim(deps, customer, claim);
    throw new ConcurrentChange();
  }
  const session = await createAtStripe(deps, customerRef(customer), claim, customer.stripeCustomerId);
  const change = changeCustomer(customer, 'session_started', {
    session: { id: session.id, number: claim.number },
    sessionCount: claim.number,
    identityStatus: 'pending',
    identityStatusAtMs: nowMs,
  });
  const record = { ...claim, sessionId: session.id, status: session.status };
  await saveChange(deps, context, change, { actor: request.actor, session: record });
  return session;
}

/**
 * Stripe answers a failed or refused request the same way for a day under one idempotency key, so such a
 * claim is given up. A failed request may have made the session all the same: the next claim looks for it.
 */
async function createAtStripe(
  { customers, identity }: ApplySessionDeps,
  ref: CustomerRef,
  claim: SessionRecord,
  stripeCustomerId: string | null,
): Promise<StripeSession> {
  try {
    const orphan = claim.replacesClaim ? await identity.findOpenSession(ref, claim.number) : null;
    return orphan ?? (await identity.createSession(ref, claim, stripeCustomerId));
  } catch (fault) {
    if (isKept(fault)) await customers.releaseSession(ref, claim);
    throw fault;
  }
}

/** Whether Stripe gives this answer again under the same idempotency key. */
function isKept(fault: unknown): boolean {
  return fault instanceof StripeRefused || (fault instanceof StripeUnavailable && fault.failed);
}

/**
 * Somebody fell over with a claim, and the customer was asked anew since: a session of that claim may be older than
 * what it would satisfy. Nobody was given it, so it is closed, and the next try claims the number for itself.
 */
async function withdrawClaim(
  { customers, identity }: ApplySessionDeps,
  customer: Customer,
  claim: SessionRecord,
): Promise<void> {
  const ref = customerRef(customer);
  const orphan = await identity.findOpenSession(ref, claim.number);
  const record = await customers.loadSession(ref, claim.number);
  // While the claim stands, what was found is of this claim or older.
  if (orphan !== null && record?.claimId === claim.claimId) await identity.cancelSession(orphan.id);
  try {
    // Made now if it wasn't before, so that who is still busy with the claim makes no other.
    const made = await identity.createSession(ref, claim, customer.stripeCustomerId);
    await identity.cancelSession(made.id);
  } catch (fault) {
    if (!isKept(fault)) throw fault;
  }
  await customers.releaseSession(ref, { ...claim, epoch: customer.epoch });
}
