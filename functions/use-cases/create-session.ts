// Makes a session at Stripe so that a crash or a second caller can't make two: the number is claimed first,
// the same claim gives the same session, and only then is it saved as the customer's current one.

import { asksForDeclinedSelfie, isNewConsent } from '../domain/biometric-consent.ts';
import { changeCustomer } from '../domain/customer-change.ts';
import { customerRef, type Customer, type CustomerRef } from '../domain/customer.ts';
import { ConcurrentChange, isKeptByStripe } from '../domain/faults.ts';
import {
  sessionOptions,
  type SessionOptions,
  type SessionRecord,
  type StripeSession,
} from '../domain/session.ts';
import type { ApplySessionDeps } from './apply-session.ts';
import type { CustomerContext } from './ports/customer-repository.ts';
import { saveChange } from './save-change.ts';
import type { SessionRequest } from './session-request.ts';

/** Stripe remembers an idempotency key for 24 hours at least. */
const claimLifeMs = 23 * 60 * 60 * 1000;

/**
 * @throws ConcurrentChange where somebody else saved first, and where the claim that was found made another session
 *   than the rider asks for: it is saved as the current one, and a repeated call deals with it as with any open session.
 */
export async function createSession(
  deps: ApplySessionDeps,
  context: CustomerContext,
  request: SessionRequest,
): Promise<StripeSession> {
  const { customer } = context;
  const nowMs = deps.clock.nowMs();
  const claim = await claimNumber(deps, context, request, nowMs);
  if (claim.epoch !== customer.epoch) {
    await withdrawClaim(deps, customer, claim);
    throw new ConcurrentChange();
  }
  const { session, options } = await createAtStripe(
    deps,
    customerRef(customer),
    claim,
    customer.stripeCustomerId,
  );
  const change = changeCustomer(
    customer,
    'session_started',
    {
      session: { id: session.id, number: claim.number },
      sessionCount: claim.number,
      identityStatus: 'pending',
      identityStatusAtMs: nowMs,
    },
    { consent: claim.consent },
  );
  const record = { ...claim, options, sessionId: session.id, status: session.status };
  await saveChange(deps, context, change, { actor: request.actor, session: record });
  // Whoever made the claim may have said something else, or may have been asked for a selfie.
  if (isNewConsent(record.consent, request.consent) || asksForDeclinedSelfie(record)) {
    throw new ConcurrentChange();
  }
  return session;
}

/** Claims the next number for what is asked for now; where somebody has claimed it already, his claim is the answer. */
function claimNumber(
  { customers, randomness }: ApplySessionDeps,
  { customer, policy }: CustomerContext,
  { returnUrl, consent }: SessionRequest,
  nowMs: number,
): Promise<SessionRecord> {
  const wanted = {
    number: customer.sessionCount + 1,
    epoch: customer.epoch,
    claimId: randomness.uuid(),
    replacesClaim: false,
    startedAtMs: nowMs,
    options: sessionOptions(policy, returnUrl, consent?.given === false),
    consent: consent === null ? null : { ...consent, atMs: nowMs },
    sessionId: null,
    status: null,
    countedReports: 0,
  };
  return customers.reserveSession(customerRef(customer), wanted, nowMs - claimLifeMs);
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
): Promise<{ session: StripeSession; options: SessionOptions }> {
  // Nobody needs the return URL any more, and it may tell who the rider is.
  const options = { ...claim.options, returnUrl: null };
  try {
    const orphan = claim.replacesClaim ? await identity.findOpenSession(ref, claim.number) : null;
    // It may be of an earlier claim, which may have asked for a selfie.
    if (orphan !== null) return { session: orphan, options: { ...options, requireSelfie: true } };
    return { session: await identity.createSession(ref, claim, stripeCustomerId), options };
  } catch (fault) {
    if (isKeptByStripe(fault)) await customers.releaseSession(ref, claim);
    throw fault;
  }
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
    if (!isKeptByStripe(fault)) throw fault;
  }
  await customers.releaseSession(ref, { ...claim, epoch: customer.epoch });
}
