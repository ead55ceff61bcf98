// A verification session: as Stripe reports it, and as we keep it beside the customer.

import type { CalendarDate } from './calendar-date.ts';
import type { IdentityError, IdentityStatus } from './customer.ts';
import type { DocumentType, PolicyRules } from './policy.ts';
import type { VerifiedData } from './verified-data.ts';

/** Stripe's own: https://docs.stripe.com/api/identity/verification_sessions/object */
export const stripeSessionStatuses = ['requires_input', 'processing', 'verified', 'canceled'] as const;
export type StripeSessionStatus = (typeof stripeSessionStatuses)[number];

/** How far Stripe is with removing a session's personal data: `processing` may take it four days. */
export type SessionRedaction = 'processing' | 'redacted';

/** What is read of a session at Stripe; more than its state only where a rule or an operator needs it. */
export type WantedOfSession =
  | 'state'
  /** The verified date of birth too. */
  | 'age'
  /** All that the document told too, the date of birth included. */
  | 'verified_data';

/** `identity.verification_session` as read from Stripe just now. */
export type StripeSession = {
  id: string;
  status: StripeSessionStatus;
  lastError: IdentityError | null;
  /** Verification reports so far: one for each submission that Stripe finished checking. */
  reportCount: number;
  /** Null where nobody asked for it. */
  redaction: SessionRedaction | null;
  /** The verified date of birth; null unless it was asked for and the key may see it. */
  dateOfBirth: CalendarDate | null;
  /** Null unless it was asked for, the session is verified, and nobody asked for its redaction. */
  verifiedData: VerifiedData | null;
  /** Both live only while the session waits for input. Never stored, never logged. */
  clientSecret: string | null;
  url: string | null;
};

/** What a session is created with; kept, so that creating it again after a crash sends the same. */
export type SessionOptions = {
  allowedDocumentTypes: readonly DocumentType[];
  requireSelfie: boolean;
  requireLiveCapture: boolean;
  verificationFlow: string | null;
  returnUrl: string | null;
};

/** What a rider said to the comparison of face and document, to which version of the words, and when. */
export type BiometricConsent = { given: boolean; version: string | null; atMs: number };

/** Our note of one session. `sessionId` and `status` are null until Stripe's answer has been saved. */
export type SessionRecord = {
  number: number;
  epoch: number;
  /** Names the claim of the number, to Stripe too: one claim gives one session. */
  claimId: string;
  /** Whether an earlier claim of the number was given up; a session of it may exist at Stripe. */
  replacesClaim: boolean;
  startedAtMs: number;
  options: SessionOptions;
  /** Null where nobody asked the rider, as where an operator started the session for him. */
  consent: BiometricConsent | null;
  sessionId: string | null;
  status: StripeSessionStatus | null;
  countedReports: number;
};

/** Whether a session in a state may still come to another one; a reviewer who overrides a verification aside. */
export function mayStillChange(status: StripeSessionStatus | null): boolean {
  return status === 'requires_input' || status === 'processing';
}

/** What a policy asks of a session that is started now; `declined` is whether its rider declines biometrics. */
export function sessionOptions(
  policy: PolicyRules,
  returnUrl: string | null,
  declined = false,
): SessionOptions {
  return {
    allowedDocumentTypes: policy.allowedDocumentTypes,
    requireSelfie: policy.requireSelfie,
    requireLiveCapture: policy.requireLiveCapture,
    // A flow may ask for a selfie: what is in it, Stripe alone knows.
    verificationFlow: declined ? null : policy.verificationFlow,
    returnUrl,
  };
}

/** Errors after which another try can't help: an operator has to find another way. */
const finalErrorCodes: readonly string[] = [
  'under_supported_age',
  'country_not_supported',
  'under_minimum_age',
  'age_unconfirmed',
];

/** Whether a customer may be given another submission. */
export function canTryAgain(
  customer: { attemptCount: number; identityStatus: IdentityStatus | null; lastError: IdentityError | null },
  policy: Pick<PolicyRules, 'maxAttempts'>,
): boolean {
  if (customer.attemptCount >= policy.maxAttempts) return false;
  return customer.identityStatus !== 'failed' || !isFinalError(customer.lastError);
}

/** Whether an error rules out another try. */
export function isFinalError(error: IdentityError | null): boolean {
  return error !== null && finalErrorCodes.includes(error.code);
}
