// A customer's sessions in Stripe's list, known by what they were created with.

import { isDeepStrictEqual } from 'node:util';
import type Stripe from 'stripe';
import type { CustomerRef } from '../../domain/customer.ts';
import type { FoundSession } from '../../use-cases/ports/stripe.ts';
import { callStripe } from './client.ts';

const pageSize = 100;
/** As many as can be read within the seconds that a function has. */
const maxSessions = 2000;

/** Whose session this is, for people who look at Stripe's Dashboard, and for us to find it again. */
export function sessionMetadata(ref: CustomerRef, number: number): Record<string, string> {
  return { ...ownerMetadata(ref), ridegate_session_number: String(number) };
}

/** The id of the session of a customer's number that waits for input; null where there is none. */
export async function findOpenSession(
  stripe: Stripe,
  ref: CustomerRef,
  number: number,
): Promise<string | null> {
  const page = await callStripe(() =>
    stripe.identity.verificationSessions.list({
      client_reference_id: ref.customerId,
      status: 'requires_input',
      limit: pageSize,
    }),
  );
  const wanted = sessionMetadata(ref, number);
  return page.data.find(({ metadata }) => isDeepStrictEqual({ ...metadata }, wanted))?.id ?? null;
}

/** The sessions of all numbers, newest first. Another subaccount may have a customer of the same id. */
export async function findSessions(stripe: Stripe, ref: CustomerRef): Promise<FoundSession[]> {
  const sessions = await callStripe(() =>
    stripe.identity.verificationSessions
      .list({ client_reference_id: ref.customerId, limit: pageSize })
      .autoPagingToArray({ limit: maxSessions }),
  );
  const wanted = Object.entries(ownerMetadata(ref));
  return sessions
    .filter(({ metadata }) => wanted.every(([name, value]) => metadata[name] === value))
    .map(({ id, created }) => ({ id, createdAtMs: created * 1000 }));
}

function ownerMetadata(ref: CustomerRef): Record<string, string> {
  return { ridegate_subaccount_id: ref.subaccountId, ridegate_customer_id: ref.customerId };
}
