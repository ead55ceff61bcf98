// A rider as RideGate knows one: requirement, status, risk and the current session, without personal data.

import type { Requirement } from './requirement.ts';
import type { RiskAssessment } from './risk.ts';

/** Where a customer's verification stands; null stands for "never attempted". */
export const identityStatuses = ['pending', 'verified', 'requires_input', 'failed', 'canceled'] as const;
export type IdentityStatus = (typeof identityStatuses)[number];

/** Stripe's words for why a check failed; our own next step is added when it is shown. */
export type IdentityError = { code: string; reason: string | null };

/** An operator's word in place of Stripe's; `by` is the operator's user id. */
export type ManualVerification = { notes: string; by: string; atMs: number };

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
