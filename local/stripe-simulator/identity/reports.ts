/** What Stripe writes down about one submission: the report, and the outputs of a verified one. Pure. */
import { checkErrorOf, type Outcome } from './outcomes.ts';
import type { Person } from './person.ts';
import type { ReportRecord, SessionRecord, VerifiedOutputs } from './records.ts';

/** The images that a submission left, by what they show. */
export interface CapturedImages {
  document: string[];
  selfie: string | null;
}

interface Submission {
  id: string;
  created: number;
  session: SessionRecord;
  outcome: Outcome;
  person: Person;
  images: CapturedImages;
}

/** The report of one submission. A check that comes after the one that failed is not in it. */
export function buildReport({ id, created, session, outcome, person, images }: Submission): ReportRecord {
  const { client_reference_id, options, type, verification_flow, provided_details } = session;
  const emailError = checkErrorOf(outcome, 'email');
  const phoneError = checkErrorOf(outcome, 'phone');
  return {
    id,
    created,
    client_reference_id,
    options,
    type,
    verification_flow,
    verification_session: session.id,
    ...(type === 'id_number' ? {} : { document: documentCheck(outcome, person, images, created) }),
    ...(images.selfie === null ? {} : { selfie: selfieCheck(outcome, images) }),
    ...(checksIdNumber(session, outcome) ? { id_number: idNumberCheck(outcome, person) } : {}),
    ...(emailError && {
      email: { email: provided_details?.email ?? null, error: emailError, status: 'unverified' },
    }),
    ...(phoneError && {
      phone: { phone: provided_details?.phone ?? null, error: phoneError, status: 'unverified' },
    }),
  };
}

/** Does this submission bring a picture of a face? */
export function takesSelfie(session: SessionRecord, outcome: Outcome): boolean {
  return (
    session.options.document?.require_matching_selfie === true || checkErrorOf(outcome, 'selfie') !== null
  );
}

export function verifiedOutputsOf(session: SessionRecord, person: Person): VerifiedOutputs {
  const idNumber = checksIdNumber(session, 'verified');
  return {
    address: person.address,
    dob: person.dob,
    email: session.provided_details?.email ?? null,
    first_name: person.first_name,
    id_number: idNumber ? person.id_number : null,
    id_number_type: idNumber ? person.id_number_type : null,
    last_name: person.last_name,
    phone: session.provided_details?.phone ?? null,
    sex: person.sex,
  };
}

function checksIdNumber(session: SessionRecord, outcome: Outcome): boolean {
  return (
    session.type === 'id_number' ||
    session.options.document?.require_id_number === true ||
    checkErrorOf(outcome, 'id_number') !== null
  );
}

function documentCheck(
  outcome: Outcome,
  person: Person,
  images: CapturedImages,
  created: number,
): NonNullable<ReportRecord['document']> {
  const error = checkErrorOf(outcome, 'document');
  // What Stripe could not read is null, as it is at Stripe.
  const readable = outcome !== 'document_unverified_other' && outcome !== 'document_type_not_supported';
  const lastYear = new Date(created * 1000).getUTCFullYear() - 1;
  const expiry =
    outcome === 'document_expired' ? { ...person.expiration_date, year: lastYear } : person.expiration_date;
  return {
    address: readable ? person.address : null,
    dob: readable ? person.dob : null,
    error,
    expiration_date: readable ? expiry : null,
    files: images.document,
    first_name: readable ? person.first_name : null,
    issued_date: readable ? person.issued_date : null,
    issuing_country: person.issuing_country,
    last_name: readable ? person.last_name : null,
    number: readable ? person.document_number : null,
    sex: readable ? person.sex : null,
    status: error ? 'unverified' : 'verified',
    type: person.document_type,
  };
}

function selfieCheck(outcome: Outcome, images: CapturedImages): NonNullable<ReportRecord['selfie']> {
  const error = checkErrorOf(outcome, 'selfie');
  return {
    document: images.document[0] ?? null,
    error,
    selfie: images.selfie,
    status: error ? 'unverified' : 'verified',
  };
}

function idNumberCheck(outcome: Outcome, person: Person): NonNullable<ReportRecord['id_number']> {
  const error = checkErrorOf(outcome, 'id_number');
  return {
    dob: person.dob,
    error,
    first_name: person.first_name,
    id_number: person.id_number,
    id_number_type: person.id_number_type,
    last_name: person.last_name,
    status: error ? 'unverified' : 'verified',
  };
}
