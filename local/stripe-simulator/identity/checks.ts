/** What happens to sessions over time: submissions are checked, redactions are carried out, sessions are canceled. */
import { invalidRequest } from '../api/errors.ts';
import { newId } from '../ids.ts';
import type { Simulator } from '../simulator.ts';
import { type EventCause, NO_REQUEST } from '../webhooks/records.ts';
import { conclude, concludeRedaction } from './conclusions.ts';
import type { CheckRecord } from './check-record.ts';
import { isChecked, type Outcome } from './outcomes.ts';
import type { PersonInput } from './person.ts';
import { REDACTION_ID } from './redaction-settings.ts';
import type { SessionRecord } from './records.ts';
import { change, findSession } from './session-store.ts';
import { beginCheck, beginRedaction, cancel, giveUp } from './transitions.ts';

export interface Submission {
  outcome: Outcome;
  person: PersonInput;
  /** How long the check takes; the simulator's default if left out. */
  processingMs: number | undefined;
}

/** Somebody used the hosted page (or steering did). Refused unless the session is open. */
export function submit(simulator: Simulator, sessionId: string, submission: Submission): SessionRecord {
  const { outcome, person, processingMs = simulator.options.processingMs } = submission;
  return simulator.store.transaction(() => {
    const session = findSession(simulator, sessionId);
    if (outcome === 'verified') refuseOtherDocuments(session, person.document_type);
    if (outcome !== 'verified' && !isChecked(outcome)) {
      return change(simulator, giveUp(session, outcome), 'requires_input', NO_REQUEST);
    }
    const processing = change(simulator, beginCheck(session), 'processing', NO_REQUEST);
    if (processingMs === 0) return conclude(simulator, processing, outcome, person);
    simulator.checks.add(schedule(simulator, processing.id, { outcome, person }, processingMs));
    return processing;
  });
}

/** A document that the session doesn't allow can't be what it was verified with. */
function refuseOtherDocuments(session: SessionRecord, documentType: string | undefined): void {
  const allowed = session.options.document?.allowed_types;
  if (documentType === undefined || !allowed || allowed.includes(documentType)) return;
  throw invalidRequest(
    `This session can't be verified with a ${documentType}: it allows only ${allowed.join(', ')}. Submit document_type_not_supported instead.`,
  );
}

export function cancelSession(simulator: Simulator, sessionId: string, cause: EventCause): SessionRecord {
  return simulator.store.transaction(() =>
    change(simulator, cancel(findSession(simulator, sessionId)), 'canceled', cause),
  );
}

/** Begins a redaction; an open session is canceled by it. */
export function redact(simulator: Simulator, sessionId: string, cause: EventCause): SessionRecord {
  return simulator.store.transaction(() => {
    const before = findSession(simulator, sessionId);
    const session = beginRedaction(before);
    if (before.status === 'requires_input') change(simulator, session, 'canceled', cause);
    else simulator.collections.sessions.put(session.id, session);
    simulator.checks.add(schedule(simulator, session.id, null, redactionMs(simulator)));
    return session;
  });
}

function redactionMs({ collections, options }: Simulator): number {
  return collections.redaction.get(REDACTION_ID)?.delay_ms ?? options.redactionMs;
}

/** The queue's handler: the time has come. */
export function finishCheck(simulator: Simulator, check: CheckRecord): void {
  simulator.store.transaction(() => {
    simulator.checks.settle(check.id);
    const session = findSession(simulator, check.session);
    if (check.submission) conclude(simulator, session, check.submission.outcome, check.submission.person);
    else concludeRedaction(simulator, session);
  });
}

function schedule(
  simulator: Simulator,
  session: string,
  submission: CheckRecord['submission'],
  waitMs: number,
): CheckRecord {
  return { id: newId('chk'), due_ms: simulator.nowMs() + waitMs, order: 0, session, submission };
}
