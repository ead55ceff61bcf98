/** What is left of verification data once Stripe has redacted it. Pure. */
import type { CalendarDate, ReportRecord, SessionRecord } from './records.ts';

const REDACTED = '[redacted]';
const NO_DATE: CalendarDate = { day: 1, month: 1, year: 1 };

export function redactSession(session: SessionRecord): SessionRecord {
  const { verified_outputs: outputs, provided_details: provided } = session;
  return {
    ...session,
    metadata: {},
    provided_details: provided && redactTexts(provided),
    verified_outputs: outputs && {
      ...redactTexts(outputs),
      address: redactTexts(outputs.address),
      dob: NO_DATE,
    },
    redaction: { status: 'redacted' },
  };
}

/** Statuses and errors stay; names, numbers, dates and images don't. */
export function redactReport(report: ReportRecord): ReportRecord {
  const { document, selfie, id_number, email, phone, ...rest } = report;
  return {
    ...rest,
    ...(document && {
      document: {
        ...document,
        ...redactTexts({
          first_name: document.first_name,
          last_name: document.last_name,
          number: document.number,
        }),
        address: document.address && redactTexts(document.address),
        dob: document.dob && NO_DATE,
        expiration_date: document.expiration_date && NO_DATE,
        issued_date: document.issued_date && NO_DATE,
        sex: document.sex && REDACTED,
        files: [],
      },
    }),
    ...(selfie && { selfie: { ...selfie, document: null, selfie: null } }),
    ...(id_number && {
      id_number: {
        ...id_number,
        ...redactTexts({
          first_name: id_number.first_name,
          last_name: id_number.last_name,
          id_number: id_number.id_number,
        }),
        dob: id_number.dob && NO_DATE,
      },
    }),
    ...(email && { email: { ...email, email: email.email && REDACTED } }),
    ...(phone && { phone: { ...phone, phone: phone.phone && REDACTED } }),
  };
}

/** Replaces every text; what was null or no text stays. */
function redactTexts<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value).map(([name, part]: [string, unknown]) => [
      name,
      typeof part === 'string' ? REDACTED : part,
    ]),
  ) as T;
}
