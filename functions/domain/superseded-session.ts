// Which of a customer's sessions count, and which must not stay open.

import type { Customer } from './customer.ts';
import type { SessionRecord, StripeSession } from './session.ts';

/** Whether a session is the one that the customer is to use now. */
export function isCurrentSession(
  { session }: Pick<Customer, 'session'>,
  { number }: Pick<SessionRecord, 'number'>,
): boolean {
  return session?.number === number;
}

/** Whether a session can satisfy what is asked of the customer now: a superseded one only if it was asked the same. */
export function mayStillVerify(
  customer: Pick<Customer, 'session' | 'epoch'>,
  record: Pick<SessionRecord, 'number' | 'epoch'>,
): boolean {
  return isCurrentSession(customer, record) || record.epoch === customer.epoch;
}

/**
 * A session that waits for input although the customer is verified, or failed for good, or was asked anew since,
 * could be submitted, and billed, for nothing: it has to be canceled at Stripe.
 */
export function mustCloseAtStripe(
  customer: Customer,
  record: SessionRecord,
  session: StripeSession,
): boolean {
  if (session.status !== 'requires_input') return false;
  if (customer.identityStatus === 'verified') return true;
  return isCurrentSession(customer, record)
    ? customer.identityStatus === 'failed'
    : record.epoch !== customer.epoch;
}
