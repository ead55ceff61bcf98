/** New sessions, and what an update makes of one. Pure. */
import { invalidRequest } from '../api/errors.ts';
import { changeMetadata } from '../api/parameters.ts';
import type { SessionRecord } from './records.ts';
import type { CreateParameters, UpdateParameters } from './session-parameters.ts';
import { refuseUpdateUnlessOpen } from './transitions.ts';

/** A session as it begins: open, without an error. */
export function newSession(id: string, created: number, sent: CreateParameters): SessionRecord {
  const type = sent.verification_flow === undefined ? sent.type : 'verification_flow';
  if (type === undefined) {
    throw invalidRequest('Missing required param: type.', { code: 'parameter_missing', param: 'type' });
  }
  return {
    id,
    created,
    client_reference_id: sent.client_reference_id ?? null,
    last_error: null,
    last_verification_report: null,
    metadata: changeMetadata({}, sent.metadata),
    options: optionsFor(type, sent.options?.document ?? {}),
    provided_details: sent.provided_details ?? null,
    redaction: null,
    related_customer: sent.related_customer ?? null,
    related_customer_account: sent.related_customer_account ?? null,
    related_person: sent.related_person ?? null,
    status: 'requires_input',
    type,
    verification_flow: sent.verification_flow ?? null,
    verified_outputs: null,
    return_url: sent.return_url ?? null,
    round: 0,
  };
}

/** Metadata may change until redaction; everything else only while the session is open. */
export function updatedSession(session: SessionRecord, sent: UpdateParameters): SessionRecord {
  const { metadata, options, provided_details, type = session.type } = sent;
  refuseUpdateUnlessOpen(
    session,
    options !== undefined || provided_details !== undefined || sent.type !== undefined,
  );
  const document = options?.document ?? session.options.document ?? {};
  return {
    ...session,
    metadata: changeMetadata(session.metadata, metadata),
    options: optionsFor(type, document),
    provided_details: provided_details
      ? { ...session.provided_details, ...provided_details }
      : session.provided_details,
    type,
  };
}

type DocumentOptions = NonNullable<SessionRecord['options']['document']>;

function optionsFor(type: SessionRecord['type'], document: DocumentOptions): SessionRecord['options'] {
  return type === 'id_number' ? { id_number: {} } : { document };
}
