/** Finds sessions, and stores their changes together with the event that tells of them. */
import { resourceMissing } from '../api/errors.ts';
import type { Simulator } from '../simulator.ts';
import { emitEvent } from '../webhooks/events.ts';
import type { EventCause } from '../webhooks/records.ts';
import type { ReportRecord, SessionRecord } from './records.ts';
import { renderSession } from './rendering.ts';

/** Throws Stripe's error for an id that is none of ours; `param` where a parameter and not the path names it. */
export function findSession(simulator: Simulator, id: string, param?: string): SessionRecord {
  const session = simulator.collections.sessions.get(id);
  if (!session) throw resourceMissing('verificationsession', id, param);
  return session;
}

/** The report that a session points at. */
export function lastReportOf(simulator: Simulator, session: SessionRecord): ReportRecord | undefined {
  const id = session.last_verification_report;
  return id === null ? undefined : simulator.collections.reports.get(id);
}

/** Stores a session's new state and tells of it, without anything that events may not carry. */
export function change(
  simulator: Simulator,
  session: SessionRecord,
  event: 'created' | 'processing' | 'verified' | 'requires_input' | 'canceled' | 'redacted',
  cause: EventCause,
): SessionRecord {
  simulator.collections.sessions.put(session.id, session);
  const snapshot = renderSession(session, { expanded: new Set(), report: undefined, secrets: null });
  emitEvent(simulator, `identity.verification_session.${event}`, snapshot, cause);
  return session;
}
