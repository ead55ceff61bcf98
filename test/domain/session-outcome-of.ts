// Decides a session's outcome with everything plain but for what a test names.

import type { CustomerChange } from '../../functions/domain/customer-change.ts';
import type { Customer } from '../../functions/domain/customer.ts';
import { decideSessionOutcome } from '../../functions/domain/session-outcome.ts';
import type { SessionRecord, StripeSession } from '../../functions/domain/session.ts';
import { aPendingCustomer, aPolicy, aSession, aSessionRecord, nowMs } from '../support/builders.ts';

export const expired = { code: 'document_expired', reason: 'The document has expired.' };

/** The first session of a pending customer, three attempts, no minimum age. */
export function outcomeOf(
  session: Partial<StripeSession>,
  given: {
    customer?: Partial<Customer>;
    record?: Partial<SessionRecord>;
    maxAttempts?: number;
    minimumAge?: number;
  } = {},
): CustomerChange | null {
  const { customer = {}, record = {}, maxAttempts = 3, minimumAge = null } = given;
  return decideSessionOutcome(
    aPendingCustomer(customer),
    aSessionRecord(record),
    aSession(session),
    aPolicy({ maxAttempts, minimumAge }),
    nowMs,
  );
}
