// Whether a customer is what Stripe's session says he is.

import type { PlannedCustomer } from './plan.ts';
import type { ListedSession } from './stripe-api.ts';
import { maxAttempts } from './subaccounts.ts';

/** What Stripe holds at the end of a drill. */
export type StripeState = {
  sessions: readonly ListedSession[];
  /** Checked submissions by session. */
  reports: ReadonlyMap<string, number>;
};

/** The part of a customer that follows from his session. */
export type IdentityState = { status: string | null; attempts: number; sessionId: string | null };

/** One sentence for what doesn't agree. */
export function disagreements(
  { sessions, reports }: StripeState,
  { id, subaccountId }: PlannedCustomer,
  found: IdentityState,
): string[] {
  const own = sessions.filter(
    ({ metadata }) =>
      metadata['ridegate_customer_id'] === id && metadata['ridegate_subaccount_id'] === subaccountId,
  );
  if (own.length > 1) return [`${id} has ${own.length} sessions at Stripe`];
  const [session] = own;
  const expected = session === undefined ? untouched : stateOf(session, reports.get(session.id) ?? 0);
  const agrees =
    found.status === expected.status &&
    found.attempts === expected.attempts &&
    found.sessionId === expected.sessionId;
  return agrees ? [] : [`${id} is ${JSON.stringify(found)}, and at Stripe ${JSON.stringify(expected)}`];
}

const untouched: IdentityState = { status: null, attempts: 0, sessionId: null };

function stateOf(session: ListedSession, attempts: number): IdentityState {
  return { status: statusOf(session, attempts), attempts, sessionId: session.id };
}

/** As docs/rules.md has it. */
function statusOf({ status, last_error }: ListedSession, attempts: number): string {
  if (status === 'verified') return 'verified';
  if (status === 'processing') return 'pending';
  const isFinal = attempts >= maxAttempts || last_error?.code === 'under_supported_age';
  // A failed customer's session is canceled, so that nobody can submit it once more.
  if (last_error !== null && isFinal) return 'failed';
  if (status === 'canceled') return 'canceled';
  return last_error === null ? 'pending' : 'requires_input';
}
