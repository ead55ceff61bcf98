import type { CustomerRef } from '../../../functions/domain/customer.ts';
import type { CalendarDate, SessionRecord, StripeSession } from '../../../functions/domain/session.ts';
import type { IdentityProvider } from '../../../functions/use-cases/ports/stripe.ts';
import { aSession, newRef } from './samples.ts';

/** The port, and what a rider or Stripe does to a session. */
export type IdentityHarness = {
  identity: IdentityProvider;
  verify: (sessionId: string, dateOfBirth: CalendarDate) => Promise<void>;
  reject: (sessionId: string, code: 'document_expired' | 'selfie_face_mismatch') => Promise<void>;
  /** Submitted, and Stripe is still checking. */
  process: (sessionId: string) => Promise<void>;
  abandon: (sessionId: string) => Promise<void>;
  redact: (sessionId: string) => Promise<void>;
};

export type MakeIdentityHarness = () => IdentityHarness;

export const without = { withDateOfBirth: false };
export const withDob = { withDateOfBirth: true };
export const born: CalendarDate = { year: 1990, month: 12, day: 31 };

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
