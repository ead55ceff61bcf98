/** How a verification session moves from one status to the next, and what it refuses. Pure. */
import { invalidRequest } from '../api/errors.ts';
import { type FailureCode, lastErrorOf } from './outcomes.ts';
import type { SessionRecord, VerifiedOutputs } from './records.ts';

type Status = SessionRecord['status'];
/** What was tried, and its participle. */
type Verb = readonly [verb: string, done: string];

/** Somebody submitted: Stripe is checking, and the page's address is used up. */
export function beginCheck(session: SessionRecord): SessionRecord {
  refuseUnless(session, ['requires_input'], ['submit', 'submitted']);
  return { ...session, status: 'processing', last_error: null, round: session.round + 1 };
}

/** The user left before anything could be checked. */
export function giveUp(session: SessionRecord, code: FailureCode): SessionRecord {
  refuseUnless(session, ['requires_input'], ['submit', 'submitted']);
  return { ...session, last_error: lastErrorOf(code), round: session.round + 1 };
}

export function finishVerified(
  session: SessionRecord,
  reportId: string,
  outputs: VerifiedOutputs,
): SessionRecord {
  refuseUnless(session, ['processing'], ['finish', 'finished']);
  return { ...session, status: 'verified', last_verification_report: reportId, verified_outputs: outputs };
}

export function finishFailed(session: SessionRecord, reportId: string, code: FailureCode): SessionRecord {
  refuseUnless(session, ['processing'], ['finish', 'finished']);
  return {
    ...session,
    status: 'requires_input',
    last_error: lastErrorOf(code),
    last_verification_report: reportId,
  };
}

export function cancel(session: SessionRecord): SessionRecord {
  refuseUnless(session, ['requires_input'], ['cancel', 'canceled']);
  return { ...session, status: 'canceled' };
}

/**
 * Redacting an open session cancels it too, but one that was canceled before is refused. The data goes when the
 * redaction is finished. https://docs.stripe.com/api/identity/verification_sessions/redact
 */
export function beginRedaction(session: SessionRecord): SessionRecord {
  refuseUnless(session, ['requires_input', 'verified'], ['redact', 'redacted']);
  const status = session.status === 'requires_input' ? 'canceled' : session.status;
  return { ...session, status, redaction: { status: 'processing' } };
}

/** May the checks and what was provided still be changed? Metadata may, until redaction. */
export function refuseUpdateUnlessOpen(session: SessionRecord, changesChecks: boolean): void {
  refuseUnless(
    session,
    changesChecks ? ['requires_input'] : ['requires_input', 'processing', 'verified', 'canceled'],
    ['update', 'updated'],
  );
}

function refuseUnless(session: SessionRecord, allowed: readonly Status[], [verb, done]: Verb): void {
  if (session.redaction) {
    throw invalidRequest(`You cannot ${verb} this VerificationSession because it is redacted.`);
  }
  if (allowed.includes(session.status)) return;
  throw invalidRequest(
    `You cannot ${verb} this VerificationSession because it has a status of ${session.status}. Only a VerificationSession with one of the following statuses may be ${done}: ${allowed.join(', ')}.`,
  );
}
