// An operator vouches for a customer without Stripe.

import { changeCustomer, type CustomerChange } from './customer-change.ts';
import type { Customer } from './customer.ts';
import { alreadyVerified } from './faults.ts';

/**
 * Null where the same operator said the same before. `earlierNotes` are those of the verification that stands.
 * @throws Conflict `already_verified` where the customer is verified in another way.
 */
export function decideManualVerification(
  customer: Customer,
  earlierNotes: string | null,
  operator: { userId: string; notes: string },
  nowMs: number,
): CustomerChange | null {
  if (customer.identityStatus === 'verified') {
    const { manualVerification } = customer;
    if (manualVerification?.by === operator.userId && earlierNotes === operator.notes) return null;
    throw alreadyVerified();
  }
  return changeCustomer(
    customer,
    'manually_verified',
    {
      identityStatus: 'verified',
      identityStatusAtMs: nowMs,
      verifiedAtMs: nowMs,
      requirement: { state: 'none' },
      lastError: null,
      alternativeRequestedAtMs: null,
      manualVerification: { by: operator.userId, atMs: nowMs, version: customer.version + 1 },
    },
    { notes: operator.notes, notification: 'verified' },
  );
}
