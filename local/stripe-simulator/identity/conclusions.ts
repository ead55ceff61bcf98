/** How a check and a redaction end. Both belong in a transaction. */
import { newId } from '../ids.ts';
import type { Simulator } from '../simulator.ts';
import { NO_REQUEST } from '../webhooks/records.ts';
import type { Outcome } from './outcomes.ts';
import { completePerson, type PersonInput } from './person.ts';
import type { SessionRecord } from './records.ts';
import { redactReport, redactSession } from './redaction.ts';
import { buildReport, type CapturedImages, takesSelfie, verifiedOutputsOf } from './reports.ts';
import { change } from './session-store.ts';
import { finishFailed, finishVerified } from './transitions.ts';

/** The check is over: makes the report, and moves the session on. */
export function conclude(
  simulator: Simulator,
  session: SessionRecord,
  outcome: Outcome,
  input: PersonInput,
): SessionRecord {
  const documentType = session.options.document?.allowed_types?.[0] ?? 'driving_license';
  const person = completePerson(input, session.id, documentType, simulator.nowMs());
  const created = Math.floor(simulator.nowMs() / 1000);
  const images = capture(simulator, session, outcome, person.document_type, created);
  const report = buildReport({ id: newId('vr'), created, session, outcome, person, images });
  simulator.collections.reports.put(report.id, report);
  if (outcome === 'verified') {
    const verified = finishVerified(session, report.id, verifiedOutputsOf(session, person));
    return change(simulator, verified, 'verified', NO_REQUEST);
  }
  return change(simulator, finishFailed(session, report.id, outcome), 'requires_input', NO_REQUEST);
}

/** Keeps the images that a submission brings. */
function capture(
  simulator: Simulator,
  session: SessionRecord,
  outcome: Outcome,
  documentType: string,
  created: number,
): CapturedImages {
  const keep = (purpose: 'identity_document_downloadable' | 'selfie', filename: string): string => {
    const id = newId('file');
    simulator.collections.files.put(id, { id, created, filename, purpose });
    return id;
  };
  const sides = documentType === 'passport' ? ['passport'] : ['front', 'back'];
  return {
    document:
      session.type === 'id_number'
        ? []
        : sides.map((side) => keep('identity_document_downloadable', `${side}.png`)),
    selfie: takesSelfie(session, outcome) ? keep('selfie', 'selfie.png') : null,
  };
}

/** Takes the personal data out of everything that belongs to a session: reports, images and past events too. */
export function concludeRedaction(simulator: Simulator, session: SessionRecord): void {
  const { reports, files, events } = simulator.collections;
  for (const report of [...reports.oldestFirst()].filter(
    (found) => found.verification_session === session.id,
  )) {
    for (const file of [...(report.document?.files ?? []), report.selfie?.selfie])
      if (file) files.delete(file);
    reports.put(report.id, redactReport(report));
  }
  const redacted = redactSession(session);
  const { metadata, provided_details } = redacted;
  for (const event of [...events.oldestFirst()].filter(({ object }) => object['id'] === session.id)) {
    events.put(event.id, { ...event, object: { ...event.object, metadata, provided_details } });
  }
  change(simulator, redacted, 'redacted', NO_REQUEST);
}
