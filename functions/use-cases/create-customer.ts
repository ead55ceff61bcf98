import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '../domain/actor.ts';
import type { Customer, CustomerRef } from '../domain/customer.ts';
import { Conflict, noSuchSubaccount } from '../domain/faults.ts';
import { decideCreation } from '../domain/requirement-triggers.ts';
import type { SignupDetails } from '../domain/signup.ts';
import type { CustomerContext } from './ports/customer-repository.ts';
import type { Pause } from './ports/environment.ts';
import type { SubaccountRepository } from './ports/subaccount-repository.ts';
import { retryOnConflict } from './retry-on-conflict.ts';
import { pushFor, type SaveDeps } from './save-change.ts';

export type NewCustomer = { ref: CustomerRef; stripeCustomerId: string | null; signup: SignupDetails };

/**
 * Creates a customer, flagged at once where the policy asks everybody. The same request again finds the
 * customer that it made.
 * @throws NotFound `subaccount_not_found`, Conflict `customer_exists` | `stripe_customer_taken`
 */
export async function createCustomer(
  deps: SaveDeps & { subaccounts: Pick<SubaccountRepository, 'load'>; pause: Pause },
  actor: Actor,
  wanted: NewCustomer,
): Promise<{ created: boolean; context: CustomerContext }> {
  const home = await deps.subaccounts.load(wanted.ref.subaccountId);
  if (home === null) throw noSuchSubaccount();
  const atMs = deps.clock.nowMs();
  const change = decideCreation(newCustomer(wanted, atMs), home.policy);
  const created = await retryOnConflict(deps, () =>
    deps.customers.create({
      change,
      actor,
      atMs,
      notification: pushFor(deps.randomness, change, home.subaccount.appName, atMs),
      signup: wanted.signup,
    }),
  );
  if (created) return { created, context: { ...home, customer: change.after } };
  return { created, context: await existing(deps, wanted) };
}

async function existing(deps: SaveDeps, wanted: NewCustomer): Promise<CustomerContext> {
  const [context, signup] = await Promise.all([
    deps.customers.loadContext(wanted.ref),
    deps.customers.loadSignup(wanted.ref),
  ]);
  const same =
    context.customer.stripeCustomerId === wanted.stripeCustomerId && isDeepStrictEqual(signup, wanted.signup);
  if (same) return context;
  throw new Conflict('customer_exists', 'A customer with this id exists, with other details.');
}

function newCustomer({ ref, stripeCustomerId }: NewCustomer, atMs: number): Customer {
  return {
    subaccountId: ref.subaccountId,
    id: ref.customerId,
    version: 1,
    createdAtMs: atMs,
    stripeCustomerId,
    requirement: { state: 'none' },
    epoch: 0,
    identityStatus: null,
    identityStatusAtMs: atMs,
    verifiedAtMs: null,
    attemptCount: 0,
    lastError: null,
    manualVerification: null,
    ageClaims: null,
    redaction: null,
    risk: null,
    firstChargeId: null,
    alternativeRequestedAtMs: null,
    session: null,
    sessionCount: 0,
  };
}
