// A verification session: as Stripe reports it, and as we keep it beside the customer.

import type { IdentityError, IdentityStatus } from './customer.ts';
import type { DocumentType, PolicyRules } from './policy.ts';

/** Stripe's own: https://docs.stripe.com/api/identity/verification_sessions/object */
export const stripeSessionStatuses = ['requires_input', 'processing', 'verified', 'canceled'] as const;
export type StripeSessionStatus = (typeof stripeSessionStatuses)[number];

/** A day without a time zone; months count from 1. */
export type CalendarDate = { year: number; month: number; day: number };

/** `identity.verification_session` as read from Stripe just now. */
export type StripeSession = {
  id: string;
  status: StripeSessionStatus;
  lastError: IdentityError | null;
  /** Verification reports so far: one for each submission that Stripe finished checking. */
  reportCount: number;
  redacted: boolean;
  /** The verified date of birth; null unless it was asked for and the key may see it. */
  dateOfBirth: CalendarDate | null;
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
  sessionId: string | null;
  status: StripeSessionStatus | null;
  countedReports: number;
};

/** Whether a session in a state may still come to another one; a reviewer who overrides a verification aside. */
export function mayStillChange(status: StripeSessionStatus | null): boolean {
  return status === 'requires_input' || status === 'processing';
}

/** What a policy asks of a session that is started now. */
export function sessionOptions(policy: PolicyRules, returnUrl: string | null): SessionOptions {
  return {
    allowedDocumentTypes: policy.allowedDocumentTypes,
    requireSelfie: policy.requireSelfie,
    requireLiveCapture: policy.requireLiveCapture,
    verificationFlow: policy.verificationFlow,
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

/** Whole years between a date of birth and a moment, by the UTC calendar. */
export function ageAt(birth: CalendarDate, atMs: number): number {
  const now = new Date(atMs);
  const hadBirthday =
    now.getUTCMonth() + 1 > birth.month ||
    (now.getUTCMonth() + 1 === birth.month && now.getUTCDate() >= birth.day);
  return now.getUTCFullYear() - birth.year - (hadBirthday ? 0 : 1);
}
