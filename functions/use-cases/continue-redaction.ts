import { customerRef, type CustomerRef, type Redaction } from '../domain/customer.ts';
import { isKeptByStripe } from '../domain/faults.ts';
import { decideRedactionCompleted, openRedaction } from '../domain/redaction.ts';
import type { SessionRecord } from '../domain/session.ts';
import type { CustomerContext } from './ports/customer-repository.ts';
import type { Metrics, Pause } from './ports/environment.ts';
import type { RedactionLeftovers } from './ports/redaction.ts';
import type { IdentityProvider } from './ports/stripe.ts';
import { redactSessions } from './redact-sessions.ts';
import { retryOnConflict } from './retry-on-conflict.ts';
import { saveChange, type SaveDeps } from './save-change.ts';

export type ContinueRedactionDeps = SaveDeps & {
  identity: IdentityProvider;
  leftovers: RedactionLeftovers;
  metrics: Metrics;
  pause: Pause;
};

/** With Stripe's port made when it is needed: what needs no Stripe is done also where its key can't be had. */
export type LateStripe<Deps extends { identity: unknown }> = Omit<Deps, 'identity'> & {
  identity: () => Promise<Deps['identity']>;
};

const actor = { kind: 'system', id: 'redaction' } as const;

/**
 * Takes an open redaction as far as it goes now, and ends it once Stripe is done with every session. Each step may be
 * done again, by several at once and after any crash. What isn't done now is left to the next call.
 * @throws StripeUnavailable and others, where something couldn't be asked for
 */
export async function continueRedaction(
  deps: ContinueRedactionDeps,
  ref: CustomerRef,
): Promise<CustomerContext> {
  const context = await deps.customers.loadContext(ref);
  const redaction = openRedaction(context.customer);
  if (redaction === null) return context;
  // What is ours goes first: it needs nobody else.
  await retryOnConflict(deps, () => deps.leftovers.removeNotes(ref));
  const records = await deps.leftovers.listSessions(ref);
  for (const claim of records.filter((record) => isOldClaim(record, redaction))) {
    await eraseClaim(deps, context, claim);
  }
  const sessionIds = await sessionsToRedact(deps, ref, records, redaction);
  const { open, refused } = await redactSessions(deps.identity, sessionIds);
  return open > 0 ? context : complete(deps, ref, redaction, refused);
}

/** A session that nobody saved, with the return URL of its time, which may tell who the rider is. */
function isOldClaim(
  { sessionId, options, startedAtMs }: SessionRecord,
  { requestedAtMs }: Redaction,
): boolean {
  return sessionId === null && options.returnUrl !== null && startedAtMs <= requestedAtMs;
}

/**
 * Without its return URL a claim can't be finished, so it is given up; its session is made before, if it wasn't, so
 * that who is still busy with the claim makes no second one.
 */
async function eraseClaim(
  { customers, identity }: ContinueRedactionDeps,
  { customer }: CustomerContext,
  claim: SessionRecord,
): Promise<void> {
  const ref = customerRef(customer);
  try {
    const { id } = await identity.createSession(ref, claim, customer.stripeCustomerId);
    await identity.redactSession(id);
  } catch (fault) {
    if (!isKeptByStripe(fault)) throw fault;
  }
  await customers.releaseSession(ref, { ...claim, options: { ...claim.options, returnUrl: null } });
}

/** Those that we know of, and those of Stripe's list, which has the ones too that we failed to save. */
async function sessionsToRedact(
  { identity }: ContinueRedactionDeps,
  ref: CustomerRef,
  records: readonly SessionRecord[],
  { requestedAtMs, throughSession }: Redaction,
): Promise<ReadonlySet<string>> {
  const known = records.flatMap(({ sessionId, number }) =>
    sessionId === null ? [] : [{ sessionId, number }],
  );
  const later = new Set(
    known.filter(({ number }) => number > throughSession).map(({ sessionId }) => sessionId),
  );
  const found = (await identity.findSessions(ref)).filter(({ createdAtMs }) => createdAtMs <= requestedAtMs);
  const all = [...known.map(({ sessionId }) => sessionId), ...found.map(({ id }) => id)];
  return new Set(all.filter((id) => !later.has(id)));
}

async function complete(
  deps: ContinueRedactionDeps,
  ref: CustomerRef,
  redaction: Redaction,
  refused: number,
): Promise<CustomerContext> {
  return retryOnConflict(deps, async () => {
    const context = await deps.customers.loadContext(ref);
    const change = decideRedactionCompleted(context.customer, redaction, deps.clock.nowMs());
    if (change === null) return context;
    const completed = await saveChange(deps, context, change, { actor });
    for (let count = 0; count < refused; count += 1) deps.metrics.count('SessionsNotRedacted');
    return completed;
  });
}
