// What we take of Stripe's sessions and their reports. Fields of the SDK's types can be missing in what Stripe sends,
// so all is parsed. What a document told is taken as it is: what has another form than expected is not known.

import * as z from 'zod';
import { isoDay, isRealDate, type CalendarDate } from '../../domain/calendar-date.ts';
import { stripeSessionStatuses, type StripeSession, type WantedOfSession } from '../../domain/session.ts';
import type { Address, VerifiedData } from '../../domain/verified-data.ts';

/** No document holds a longer text. One that was cut would look whole, so it counts as not known. */
const maxTextLength = 500;

/** What Stripe puts in place of a text that it has redacted; for dates it is January 1st of year 1. */
const redactedText = '[redacted]';

const text = z
  .string()
  .transform((value) => value.normalize('NFC'))
  .refine((value) => value.trim() !== '' && value.length <= maxTextLength && value !== redactedText)
  .nullish()
  .transform((value) => value ?? null)
  .catch(null);

const date = z
  .object({ day: z.int(), month: z.int(), year: z.int() })
  .refine(isRealDate)
  .nullish()
  .transform((value) => value ?? null)
  .catch(null);

const address = z
  .object({ line1: text, line2: text, city: text, state: text, postal_code: text, country: text })
  .transform(({ postal_code: postalCode, ...rest }): Address => ({ ...rest, postalCode }))
  .nullish()
  .transform((value) => (value == null || Object.values(value).every((part) => part === null) ? null : value))
  .catch(null);

const outputs = z.object({ first_name: text, last_name: text, dob: date, address });

const fileId = z.string().nullish().catch(null);

const document = z.object({
  type: text,
  first_name: text,
  last_name: text,
  dob: date,
  address,
  number: text,
  issuing_country: text,
  expiration_date: date,
  files: z.array(z.string()).nullish().catch(null),
});

const report = z.object({
  document: document.nullish().catch(null),
  selfie: z.object({ selfie: fileId, document: fileId }).nullish().catch(null),
});

const verificationSession = z.object({
  id: z.string(),
  status: z.enum(stripeSessionStatuses),
  last_error: z.object({ code: z.string().nullable(), reason: z.string().nullable() }).nullish(),
  redaction: z.object({ status: z.string() }).nullish(),
  verified_outputs: outputs.nullish().catch(null),
  /** The report's id where it wasn't expanded. */
  last_verification_report: z
    .union([z.string().transform(() => null), report])
    .nullish()
    .catch(null),
  client_secret: z.string().nullish(),
  url: z.string().nullish(),
});

type ParsedSession = z.output<typeof verificationSession>;

export function parseSession(answer: unknown, reportCount: number, wanted: WantedOfSession): StripeSession {
  const session = verificationSession.parse(answer);
  const { last_error: lastError } = session;
  const redaction = redactionOf(session);
  const isReadable = session.status === 'verified' && redaction === null;
  return {
    id: session.id,
    status: session.status,
    lastError: lastError == null ? null : { code: lastError.code ?? 'unknown', reason: lastError.reason },
    reportCount,
    redaction,
    dateOfBirth: isReadable && wanted !== 'state' ? dateOfBirth(session) : null,
    verifiedData: isReadable && wanted === 'verified_data' ? verifiedData(session) : null,
    clientSecret: session.client_secret ?? null,
    url: session.url ?? null,
  };
}

/** The images of the last submission, by what they show; of a session that is being redacted there are none. */
export function parseImages(answer: unknown): {
  documentFront: string | null;
  documentBack: string | null;
  selfie: string | null;
  documentPhoto: string | null;
} {
  const session = verificationSession.parse(answer);
  const images = redactionOf(session) === null ? session.last_verification_report : null;
  const [documentFront = null, documentBack = null] = images?.document?.files ?? [];
  return {
    documentFront,
    documentBack,
    selfie: images?.selfie?.selfie ?? null,
    documentPhoto: images?.selfie?.document ?? null,
  };
}

/** `validated`, and what Stripe may add, says that the data is to go: only `redacted` says that it is gone. */
function redactionOf({ redaction }: ParsedSession): StripeSession['redaction'] {
  if (redaction == null) return null;
  return redaction.status === 'redacted' ? 'redacted' : 'processing';
}

function dateOfBirth(session: ParsedSession): CalendarDate | null {
  return session.verified_outputs?.dob ?? session.last_verification_report?.document?.dob ?? null;
}

function verifiedData(session: ParsedSession): VerifiedData {
  const verified = session.verified_outputs;
  const read = session.last_verification_report?.document;
  return {
    firstName: verified?.first_name ?? read?.first_name ?? null,
    lastName: verified?.last_name ?? read?.last_name ?? null,
    dob: isoDayOf(dateOfBirth(session)),
    idType: read?.type ?? null,
    address: verified?.address ?? read?.address ?? null,
    idNumber: read?.number ?? null,
    issuingCountry: read?.issuing_country ?? null,
    expirationDate: isoDayOf(read?.expiration_date ?? null),
  };
}

function isoDayOf(date: CalendarDate | null): string | null {
  return date === null ? null : isoDay(date);
}
