import type { CalendarDate } from '../../../functions/domain/calendar-date.ts';
import type { CustomerRef } from '../../../functions/domain/customer.ts';
import type { SessionRecord, StripeSession } from '../../../functions/domain/session.ts';
import type { VerifiedData } from '../../../functions/domain/verified-data.ts';
import type { IdentityProvider } from '../../../functions/use-cases/ports/stripe.ts';
import { aSession, newRef } from './samples.ts';

/** The port, and what a rider or Stripe does to a session. */
export type IdentityHarness = {
  identity: IdentityProvider;
  /** With a document that told this; of the date of birth, the one that is given counts. */
  verify: (sessionId: string, dateOfBirth: CalendarDate, document?: VerifiedData) => Promise<void>;
  reject: (sessionId: string, code: 'document_expired' | 'selfie_face_mismatch') => Promise<void>;
  /** Submitted, and Stripe is still checking. */
  process: (sessionId: string) => Promise<void>;
  abandon: (sessionId: string) => Promise<void>;
  /** Somebody has it redacted in the Dashboard; over when Stripe is done. */
  redact: (sessionId: string) => Promise<void>;
  /** Stripe comes to the end of a redaction that it was asked for. */
  finishRedaction: (sessionId: string) => Promise<void>;
};

export type MakeIdentityHarness = () => IdentityHarness;

export const stateOnly = { wanted: 'state' } as const;
export const withAge = { wanted: 'age' } as const;
export const withData = { wanted: 'verified_data' } as const;
export const born: CalendarDate = { year: 1990, month: 12, day: 31 };

export const passport: VerifiedData = {
  firstName: 'Zoë',
  lastName: 'Örsted-名',
  dob: '1990-12-31',
  idType: 'passport',
  address: {
    line1: '1 Harbour Road',
    line2: 'Flat 2',
    city: 'Aarhus',
    state: 'Midtjylland',
    postalCode: '8000',
    country: 'DK',
  },
  idNumber: 'X1234567',
  issuingCountry: 'DK',
  expirationDate: '2031-03-02',
};

/** A provider with a new session of a new customer. */
export async function withSession(
  make: MakeIdentityHarness,
): Promise<IdentityHarness & { ref: CustomerRef; claim: SessionRecord; session: StripeSession; id: string }> {
  const harness = make();
  const ref = newRef();
  const claim = aSession();
  const session = await harness.identity.createSession(ref, claim, null);
  return { ...harness, ref, claim, session, id: session.id };
}
