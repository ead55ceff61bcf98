// A rider as RideGate knows one: requirement, status, risk and the current session, without personal data.

import type { Requirement } from './requirement.ts';
import type { RiskAssessment } from './risk.ts';

/** Where a customer's verification stands; null stands for "never attempted". */
export const identityStatuses = ['pending', 'verified', 'requires_input', 'failed', 'canceled'] as const;
export type IdentityStatus = (typeof identityStatuses)[number];

/** Stripe's words for why a check failed; our own next step is added when it is shown. */
export type IdentityError = { code: string; reason: string | null };

/** An operator's word in place of Stripe's; `by` is his user id. His notes stand beside the audit entry of `version`. */
export type ManualVerification = { by: string; atMs: number; version: number };

/** What a verified date of birth told, without the date: it may outlive it. Null where no date could be read. */
export type AgeClaims = { over18: boolean | null; overMinimumAge: boolean | null };

/**
 * The removal of a customer's personal data, here and at Stripe. Of the sessions up to `throughSession` nothing is
 * ever kept again. `completedAtMs` is null until Stripe has said that it is done with all of them.
 */
export type Redaction = { requestedAtMs: number; throughSession: number; completedAtMs: number | null };

/** Points at a customer; both parts are needed to reach anything of his. */
export type CustomerRef = { subaccountId: string; customerId: string };

/** The session that counts now: the `number`th of this customer, counted from 1. */
export type CurrentSession = { id: string; number: number };

/** Times are epoch milliseconds. */
export type Customer = {
  subaccountId: string;
  id: string;
  /** One more with each saved change; each version has one audit entry. */
  version: number;
  createdAtMs: number;
  stripeCustomerId: string | null;
  requirement: Requirement;
  /**
   * Grows each time a requirement is raised. A superseded session of an earlier epoch can no longer
   * satisfy it: compared by count, because clocks can be skewed.
   */
  epoch: number;
  identityStatus: IdentityStatus | null;
  identityStatusAtMs: number;
  verifiedAtMs: number | null;
  attemptCount: number;
  lastError: IdentityError | null;
  manualVerification: ManualVerification | null;
  ageClaims: AgeClaims | null;
  /** The latest; null where there never was one. */
  redaction: Redaction | null;
  risk: RiskAssessment | null;
  /** The first successful charge that was assessed; a `first_charge` policy looks at no other. */
  firstChargeId: string | null;
  /** Since when the customer waits for another way of verifying; null where he doesn't. */
  alternativeRequestedAtMs: number | null;
  /** Null before the first session and after an operator asked anew. */
  session: CurrentSession | null;
  /** How many sessions were ever started; the newest has this number. */
  sessionCount: number;
};

export function customerRef(customer: Customer): CustomerRef {
  return { subaccountId: customer.subaccountId, customerId: customer.id };
}
