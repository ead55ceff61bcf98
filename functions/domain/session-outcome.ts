// What a session's current state at Stripe does to its customer. Events only say that something
// happened; this decides from what Stripe says now, so that order and repetition don't matter.

import { ageAt } from './calendar-date.ts';
import { captureOf, type CapturePolicy } from './captured-data.ts';
import { changeCustomer, type CustomerAction, type CustomerChange } from './customer-change.ts';
import type { Customer, IdentityError, IdentityStatus } from './customer.ts';
import { isOverridden, requiredAnew } from './overridden-verification.ts';
import type { PolicyRules } from './policy.ts';
import { isFinalError, type SessionRecord, type StripeSession } from './session.ts';
import { isCurrentSession, mayStillVerify } from './superseded-session.ts';

type OutcomePolicy = CapturePolicy & Pick<PolicyRules, 'maxAttempts'>;

/** The customer's change, or null where the session changes nothing. */
export function decideSessionOutcome(
  customer: Customer,
  record: SessionRecord,
  session: StripeSession,
  policy: OutcomePolicy,
  nowMs: number,
): CustomerChange | null {
  if (session.redaction !== null) return null;
  if (!isCurrentSession(customer, record) && session.status !== 'verified') return null;
  if (!mayStillVerify(customer, record)) return null;
  if (customer.identityStatus !== 'verified') return outcome(customer, record, session, policy, nowMs);
  if (!isOverridden(customer, session)) return null;
  const change = outcome(customer, record, session, policy, nowMs);
  return change === null ? null : requiredAnew(change, nowMs);
}

function outcome(
  customer: Customer,
  record: SessionRecord,
  session: StripeSession,
  policy: OutcomePolicy,
  nowMs: number,
): CustomerChange | null {
  const attemptCount = customer.attemptCount + newReports(record, session);
  switch (session.status) {
    case 'verified':
      return verified(customer, record, session, policy, attemptCount, nowMs);
    case 'processing':
      return move(customer, 'pending', 'session_pending', { attemptCount }, nowMs);
    case 'canceled':
      return customer.identityStatus === 'failed'
        ? null
        : move(customer, 'canceled', 'identity_canceled', { attemptCount }, nowMs);
    case 'requires_input':
      if (session.lastError === null) {
        return move(customer, 'pending', 'session_pending', { attemptCount }, nowMs);
      }
      return unverified(customer, session.lastError, policy, attemptCount, nowMs);
  }
}

/** Reports of a session that haven't been counted as attempts yet. */
function newReports(record: SessionRecord, session: StripeSession): number {
  return Math.max(0, session.reportCount - record.countedReports);
}

/** Without a date of birth an age limit can't be shown to be met, so it isn't; but nobody is called too young. */
function ageErrorOf(
  { dateOfBirth }: StripeSession,
  { minimumAge }: OutcomePolicy,
  nowMs: number,
): 'under_minimum_age' | 'age_unconfirmed' | null {
  if (minimumAge === null) return null;
  if (dateOfBirth === null) return 'age_unconfirmed';
  return ageAt(dateOfBirth, nowMs) < minimumAge ? 'under_minimum_age' : null;
}

function verified(
  customer: Customer,
  record: SessionRecord,
  session: StripeSession,
  policy: OutcomePolicy,
  attemptCount: number,
  nowMs: number,
): CustomerChange | null {
  const ageError = ageErrorOf(session, policy, nowMs);
  if (ageError !== null) {
    const lastError = { code: ageError, reason: null };
    return move(customer, 'failed', 'identity_failed', { attemptCount, lastError }, nowMs);
  }
  return changeCustomer(
    customer,
    'identity_verified',
    {
      identityStatus: 'verified',
      identityStatusAtMs: nowMs,
      verifiedAtMs: nowMs,
      requirement: { state: 'none' },
      alternativeRequestedAtMs: null,
      // A superseded session that verified counts from now on: what becomes of the other must not undo it.
      session: { id: session.id, number: record.number },
      attemptCount,
      lastError: null,
      ageClaims: captureOf(customer, record, session, policy, nowMs).ageClaims,
    },
    { notification: 'verified' },
  );
}

function unverified(
  customer: Customer,
  lastError: IdentityError,
  policy: OutcomePolicy,
  attemptCount: number,
  nowMs: number,
): CustomerChange | null {
  if (isFinalError(lastError) || attemptCount >= policy.maxAttempts) {
    return move(customer, 'failed', 'identity_failed', { attemptCount, lastError }, nowMs);
  }
  return move(customer, 'requires_input', 'identity_requires_input', { attemptCount, lastError }, nowMs);
}

function move(
  customer: Customer,
  status: IdentityStatus,
  action: CustomerAction,
  difference: { attemptCount: number; lastError?: IdentityError },
  nowMs: number,
): CustomerChange | null {
  const lastError = difference.lastError ?? customer.lastError;
  const unchanged =
    customer.identityStatus === status &&
    customer.attemptCount === difference.attemptCount &&
    customer.lastError?.code === lastError?.code;
  if (unchanged) return null;
  return changeCustomer(
    customer,
    action,
    {
      identityStatus: status,
      identityStatusAtMs: nowMs,
      verifiedAtMs: null,
      attemptCount: difference.attemptCount,
      lastError,
    },
    { notification: status === 'requires_input' ? 'another_try_needed' : null },
  );
}
