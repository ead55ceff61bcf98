// How much is read of a session at Stripe, and what of that is kept once it has verified its customer.

import type { AgeClaims, Customer } from './customer.ts';
import { actsOnDocumentExpiry } from './document-expiry.ts';
import type { PolicyRules } from './policy.ts';
import type { SessionRecord, StripeSession, WantedOfSession } from './session.ts';
import { mayStillVerify } from './superseded-session.ts';
import { ageClaims, type VerifiedData } from './verified-data.ts';

export type CapturePolicy = Pick<
  PolicyRules,
  'minimumAge' | 'dataRetention' | 'documentExpiryReminders' | 'documentExpiryReverification'
>;

/** What stays of a verified session; null is what isn't kept, or wasn't told. */
export type CapturedData = {
  data: VerifiedData | null;
  ageClaims: AgeClaims | null;
  /** An ISO day. */
  documentExpiresOn: string | null;
};

/** What has to be read of a session to judge it and to keep what is kept: personal data only where it has a use. */
export function wantedOfSession(
  customer: Customer,
  record: Pick<SessionRecord, 'number' | 'epoch'>,
  policy: CapturePolicy,
): WantedOfSession {
  if (customer.identityStatus === 'verified' || !mayStillVerify(customer, record)) return 'state';
  if (!isRedacted(customer, record.number) && (keepsData(policy) || actsOnDocumentExpiry(policy))) {
    return 'verified_data';
  }
  return policy.minimumAge === null ? 'state' : 'age';
}

/** What is kept of a session that has just verified its customer. */
export function captureOf(
  customer: Pick<Customer, 'redaction'>,
  { number }: Pick<SessionRecord, 'number'>,
  { dateOfBirth, verifiedData }: Pick<StripeSession, 'dateOfBirth' | 'verifiedData'>,
  policy: CapturePolicy,
  nowMs: number,
): CapturedData {
  if (isRedacted(customer, number)) return { data: null, ageClaims: null, documentExpiresOn: null };
  const keepsAge = dateOfBirth !== null && (keepsData(policy) || policy.minimumAge !== null);
  return {
    data: keepsData(policy) ? verifiedData : null,
    ageClaims: keepsAge ? ageClaims(dateOfBirth, policy.minimumAge, nowMs) : null,
    documentExpiresOn: actsOnDocumentExpiry(policy) ? (verifiedData?.expirationDate ?? null) : null,
  };
}

/** Whether the removal of a customer's data took in this session of his, so that nothing of it is read or kept again. */
export function isRedacted({ redaction }: Pick<Customer, 'redaction'>, sessionNumber: number): boolean {
  return redaction !== null && sessionNumber <= redaction.throughSession;
}

function keepsData({ dataRetention }: CapturePolicy): boolean {
  return dataRetention === 'verified_fields';
}
