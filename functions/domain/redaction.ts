// The removal of a customer's personal data, here and at Stripe: on an operator's word, after the policy's days, or
// because somebody had Stripe do it.

import { changeCustomer, type CustomerChange } from './customer-change.ts';
import type { Customer, Redaction } from './customer.ts';

/** Who wants the data gone: an operator, for a reason, or the policy, which keeps it for so many days. */
export type RedactionCause = { by: 'operator'; notes: string } | { by: 'retention' };

/** The redaction that Stripe isn't done with; null where there is none. */
export function openRedaction({ redaction }: Pick<Customer, 'redaction'>): Redaction | null {
  return redaction?.completedAtMs === null ? redaction : null;
}

/**
 * Takes in all sessions so far. Status, times and counts stay, as they name nobody. Null while a redaction is open that
 * takes in all there is; after one that is complete there may be new data, and so another one.
 */
export function decideRedaction(
  customer: Customer,
  cause: RedactionCause,
  nowMs: number,
): CustomerChange | null {
  const open = openRedaction(customer);
  if (open !== null && takesInAll(open, customer, cause)) return null;
  return changeCustomer(
    customer,
    'redaction_requested',
    {
      redaction: { requestedAtMs: nowMs, throughSession: customer.sessionCount, completedAtMs: null },
      // The policy's days are those of the date of birth; what it told may outlive it. A person's wish takes both.
      ageClaims: cause.by === 'retention' ? customer.ageClaims : null,
    },
    { notes: cause.by === 'operator' ? cause.notes : null },
  );
}

/** Stripe may take days, in which a rider may verify anew, or write to his operator; or he asks for it himself by then. */
function takesInAll(open: Redaction, customer: Customer, cause: RedactionCause): boolean {
  if (customer.sessionCount > open.throughSession) return false;
  if ((customer.alternativeRequestedAtMs ?? 0) > open.requestedAtMs) return false;
  return cause.by === 'retention' || customer.ageClaims === null;
}

/** Stripe is done with all sessions of an open redaction. Null where another one is open, or none. */
export function decideRedactionCompleted(
  customer: Customer,
  redaction: Redaction,
  nowMs: number,
): CustomerChange | null {
  const open = openRedaction(customer);
  if (open?.requestedAtMs !== redaction.requestedAtMs) return null;
  if (open.throughSession !== redaction.throughSession) return null;
  return changeCustomer(customer, 'redaction_completed', { redaction: { ...open, completedAtMs: nowMs } });
}

/** Stripe's people, or ours in Stripe's Dashboard, redacted the session that the verified data came from. */
export function decideIdentityRedacted(customer: Customer): CustomerChange {
  return changeCustomer(customer, 'identity_redacted', { ageClaims: null });
}
