// Things as tests need them: each builder gives a plain, valid one, and a test names only what matters to it.

import type { Customer } from '../../functions/domain/customer.ts';
import { defaultPolicyRules, type Policy } from '../../functions/domain/policy.ts';
import type { OperatorRequestCode, Requirement } from '../../functions/domain/requirement.ts';
import type { Charge, RiskAssessment } from '../../functions/domain/risk.ts';
import { sessionOptions, type SessionRecord, type StripeSession } from '../../functions/domain/session.ts';
import type { StripeEvent } from '../../functions/domain/stripe-event.ts';
import type { VerifiedData } from '../../functions/domain/verified-data.ts';

/** The moment at which tests happen, unless they say otherwise. */
export const nowMs = Date.parse('2026-03-01T12:00:00.000Z');
export const minuteMs = 60_000;
export const dayMs = 24 * 60 * minuteMs;

/** A customer of `metro` who signed up yesterday and was never asked for anything. */
export function aCustomer(difference: Partial<Customer> = {}): Customer {
  return {
    subaccountId: 'metro',
    id: 'rider-1',
    version: 1,
    createdAtMs: nowMs - dayMs,
    stripeCustomerId: 'cus_rider1',
    requirement: { state: 'none' },
    epoch: 0,
    identityStatus: null,
    identityStatusAtMs: nowMs - dayMs,
    verifiedAtMs: null,
    attemptCount: 0,
    lastError: null,
    manualVerification: null,
    ageClaims: null,
    redaction: null,
    risk: null,
    firstChargeId: null,
    alternativeRequestedAtMs: null,
    session: null,
    sessionCount: 0,
    ...difference,
  };
}

/** A customer who must verify and is in the middle of his first session. */
export function aPendingCustomer(difference: Partial<Customer> = {}): Customer {
  return aCustomer({
    version: 3,
    requirement: requiredByPolicy,
    epoch: 1,
    identityStatus: 'pending',
    session: { id: 'vs_1', number: 1 },
    sessionCount: 1,
    ...difference,
  });
}

export function aPolicy(difference: Partial<Policy> = {}): Policy {
  return { ...defaultPolicyRules, subaccountId: 'metro', version: 1, ...difference };
}

/** A session at Stripe, just created. */
export function aSession(difference: Partial<StripeSession> = {}): StripeSession {
  return {
    id: 'vs_1',
    status: 'requires_input',
    lastError: null,
    reportCount: 0,
    redaction: null,
    dateOfBirth: null,
    verifiedData: null,
    clientSecret: 'vs_1_secret_abc',
    url: 'https://verify.stripe.com/start/abc',
    ...difference,
  };
}

/** What the passport of somebody told who is 20 years old. */
export function aPassport(difference: Partial<VerifiedData> = {}): VerifiedData {
  return {
    firstName: 'Jenny',
    lastName: 'Rosen',
    dob: '2005-06-15',
    idType: 'passport',
    address: {
      line1: '510 Townsend Street',
      line2: null,
      city: 'San Francisco',
      state: 'CA',
      postalCode: '94103',
      country: 'US',
    },
    idNumber: 'C01X00T47',
    issuingCountry: 'US',
    expirationDate: '2031-03-14',
    ...difference,
  };
}

/** Our note of the first session of a customer who was flagged once. */
export function aSessionRecord(difference: Partial<SessionRecord> = {}): SessionRecord {
  return {
    number: 1,
    epoch: 1,
    claimId: 'claim-1',
    replacesClaim: false,
    startedAtMs: nowMs - minuteMs,
    options: sessionOptions(aPolicy(), null),
    consent: null,
    sessionId: 'vs_1',
    status: 'requires_input',
    countedReports: 0,
    ...difference,
  };
}

/** A payment that went through and that Radar found nothing in. */
export function aCharge(difference: Partial<Charge> = {}): Charge {
  return {
    id: 'ch_1',
    stripeCustomerId: 'cus_rider1',
    status: 'succeeded',
    riskLevel: 'normal',
    radarScore: null,
    outcomeType: 'authorized',
    ...difference,
  };
}

export function aRiskAssessment(difference: Partial<RiskAssessment> = {}): RiskAssessment {
  return {
    chargeId: 'ch_0',
    level: 'normal',
    score: 10,
    radarScore: null,
    assessedAtMs: nowMs,
    ...difference,
  };
}

export function aStripeEvent(difference: Partial<StripeEvent> = {}): StripeEvent {
  return {
    eventId: 'evt_1',
    type: 'identity.verification_session.verified',
    objectId: 'vs_1',
    created: Math.floor(nowMs / 1000),
    livemode: false,
    ...difference,
  };
}

export const cleared: Requirement = { state: 'cleared', atMs: nowMs - minuteMs };
export const requiredByPolicy: Requirement = {
  state: 'required',
  atMs: nowMs - minuteMs,
  reason: { kind: 'subaccount_policy' },
};
export const requiredByRisk: Requirement = {
  state: 'required',
  atMs: nowMs - minuteMs,
  reason: { kind: 'risk_threshold_exceeded', score: 75, threshold: 50 },
};
export function requiredByOperator(code: OperatorRequestCode = 'suspected_fraud'): Requirement {
  return { state: 'required', atMs: nowMs - minuteMs, reason: { kind: 'operator_request', code } };
}
