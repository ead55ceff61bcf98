// What the in-memory Stripe reads from documents, and shows of it to whom.

import { isoDay, type CalendarDate } from '../../../functions/domain/calendar-date.ts';
import type { SessionOptions, StripeSession, WantedOfSession } from '../../../functions/domain/session.ts';
import type { VerifiedData } from '../../../functions/domain/verified-data.ts';
import type { ImageLink } from '../../../functions/use-cases/ports/stripe.ts';

const linkLifeSeconds = 30;

/** A document that was shown: what a test says of it, and a made-up person for the rest. */
export function readDocument(
  options: SessionOptions,
  dateOfBirth: CalendarDate | undefined,
  document: Partial<VerifiedData> = {},
): VerifiedData {
  return {
    firstName: 'Jenny',
    lastName: 'Rosen',
    dob: dateOfBirth === undefined ? null : isoDay(dateOfBirth),
    idType: options.allowedDocumentTypes[0] ?? 'driving_license',
    address: {
      line1: '510 Townsend Street',
      line2: null,
      city: 'San Francisco',
      state: 'CA',
      postalCode: '94103',
      country: 'US',
    },
    idNumber: 'D12345678',
    issuingCountry: 'US',
    expirationDate: '2031-03-14',
    ...document,
  };
}

/** What a reader sees: nothing that he didn't ask for, and nothing sensitive without a restricted key. */
export function shown(
  session: StripeSession,
  wanted: WantedOfSession,
  maySeeSensitive: boolean,
): Pick<StripeSession, 'dateOfBirth' | 'verifiedData'> {
  const isReadable = session.status === 'verified' && session.redaction === null;
  const data = isReadable && wanted === 'verified_data' ? session.verifiedData : null;
  return {
    dateOfBirth: isReadable && wanted !== 'state' && maySeeSensitive ? session.dateOfBirth : null,
    verifiedData:
      data === null || maySeeSensitive ? data : { ...data, dob: null, idNumber: null, expirationDate: null },
  };
}

/** Each submission that was checked left images; a passport has one side. */
export function imagesOf(session: StripeSession & { options: SessionOptions }, nowMs: number): ImageLink[] {
  if (session.reportCount === 0 || session.redaction !== null) return [];
  const idType = session.verifiedData?.idType ?? session.options.allowedDocumentTypes[0];
  const kinds = [
    'document_front',
    ...(idType === 'passport' ? [] : (['document_back'] as const)),
    ...(session.options.requireSelfie ? (['selfie'] as const) : []),
  ] as const;
  const expiresAtMs = (Math.floor(nowMs / 1000) + linkLifeSeconds) * 1000;
  return kinds.map((kind) => ({ kind, url: `https://files.test/${session.id}/${kind}`, expiresAtMs }));
}
