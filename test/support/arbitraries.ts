// Generators for property tests: any customer, any policy, anything that can happen to them.

import fc from 'fast-check';
import { isoDay } from '../../functions/domain/calendar-date.ts';
import { identityStatuses, type Customer, type IdentityError } from '../../functions/domain/customer.ts';
import { knownErrorCodes } from '../../functions/domain/next-step.ts';
import { documentTypes, verificationModes, type Policy } from '../../functions/domain/policy.ts';
import {
  operatorRequestCodes,
  type Requirement,
  type RequirementReason,
} from '../../functions/domain/requirement.ts';
import type { Charge } from '../../functions/domain/risk.ts';
import { stripeSessionStatuses, type StripeSession } from '../../functions/domain/session.ts';
import type { VerifiedData } from '../../functions/domain/verified-data.ts';
import { aCustomer, aPolicy, aSession, dayMs, nowMs } from './builders.ts';

const anyTimeMs = fc.integer({ min: nowMs - 3650 * dayMs, max: nowMs + 365 * dayMs });

const anyReason: fc.Arbitrary<RequirementReason> = fc.oneof(
  fc.constant<RequirementReason>({ kind: 'subaccount_policy' }),
  fc.constant<RequirementReason>({ kind: 'unscored_payment' }),
  fc.record({
    kind: fc.constant('risk_threshold_exceeded' as const),
    score: fc.constantFrom(10, 50, 75),
    threshold: fc.integer({ min: 0, max: 75 }),
  }),
  fc.record({
    kind: fc.constant('operator_request' as const),
    code: fc.constantFrom(...operatorRequestCodes),
  }),
);

const anyRequirement: fc.Arbitrary<Requirement> = fc.oneof(
  fc.constant<Requirement>({ state: 'none' }),
  fc.record({ state: fc.constant('cleared' as const), atMs: anyTimeMs }),
  fc.record({ state: fc.constant('required' as const), atMs: anyTimeMs, reason: anyReason }),
);

/** Also customers that no sequence of changes leads to: a rule has to hold for them too. */
export const anyCustomer: fc.Arbitrary<Customer> = fc
  .record({
    createdAtMs: anyTimeMs,
    requirement: anyRequirement,
    identityStatus: fc.constantFrom(null, ...identityStatuses),
    epoch: fc.nat(5),
    attemptCount: fc.nat(12),
    redaction: fc.option(
      fc.record({ requestedAtMs: anyTimeMs, throughSession: fc.nat(3), completedAtMs: fc.option(anyTimeMs) }),
    ),
  })
  .map(aCustomer);

export const anyPolicy: fc.Arbitrary<Policy> = fc
  .record({
    verificationMode: fc.constantFrom(...verificationModes),
    riskThreshold: fc.integer({ min: 0, max: 100 }),
    maxAttempts: fc.integer({ min: 1, max: 10 }),
    requireSelfie: fc.boolean(),
    allowedDocumentTypes: fc.subarray([...documentTypes], { minLength: 1 }),
    minimumAge: fc.option(fc.integer({ min: 13, max: 99 })),
    unscoredPayment: fc.constantFrom('allow' as const, 'require' as const),
    riskEvaluation: fc.constantFrom('first_charge' as const, 'every_charge' as const),
    blockedChargeTriggers: fc.boolean(),
    exemptCustomersCreatedBeforeMs: fc.option(anyTimeMs),
    dataRetention: fc.constantFrom('verified_fields' as const, 'references_only' as const),
    retentionDays: fc.option(fc.integer({ min: 1, max: 3650 })),
    documentExpiryReminders: fc.boolean(),
    documentExpiryReverification: fc.boolean(),
  })
  .map(aPolicy);

export const anyCharge: fc.Arbitrary<Charge> = fc.record({
  id: fc.integer({ min: 1, max: 4 }).map((number) => `ch_${number}`),
  stripeCustomerId: fc.constant('cus_rider1'),
  status: fc.constantFrom('succeeded' as const, 'pending' as const, 'failed' as const),
  riskLevel: fc.constantFrom(null, 'normal', 'elevated', 'highest', 'not_assessed', 'unknown'),
  radarScore: fc.option(fc.integer({ min: 0, max: 100 })),
  outcomeType: fc.constantFrom(null, 'authorized', 'manual_review', 'issuer_declined', 'blocked', 'invalid'),
});

const anyError: fc.Arbitrary<IdentityError> = fc.record({
  code: fc.constantFrom(...knownErrorCodes, 'code_of_next_year'),
  reason: fc.constantFrom(null, 'as Stripe puts it'),
});

const anyText = fc.option(fc.string({ minLength: 1, maxLength: 20 }));

/** What a document told, all but the date of birth, which a session has by itself too. */
const anyDocument: fc.Arbitrary<Omit<VerifiedData, 'dob'>> = fc.record({
  firstName: anyText,
  lastName: anyText,
  idType: fc.constantFrom(null, ...documentTypes),
  address: fc.option(
    fc.record({
      line1: anyText,
      line2: anyText,
      city: anyText,
      state: anyText,
      postalCode: anyText,
      country: anyText,
    }),
  ),
  idNumber: anyText,
  issuingCountry: anyText,
  expirationDate: fc.constantFrom(null, '2026-03-05', '2031-12-31'),
});

/** What Stripe may say of a session, all of it; who it is stands in the test. */
export const anySessionState: fc.Arbitrary<Omit<StripeSession, 'id'>> = fc
  .record({
    status: fc.constantFrom(...stripeSessionStatuses),
    lastError: fc.option(anyError),
    reportCount: fc.nat(12),
    redaction: fc.constantFrom(null, 'processing', 'redacted'),
    dateOfBirth: fc.option(
      fc.record({ year: fc.integer({ min: 1930, max: 2024 }), month: fc.constant(6), day: fc.constant(15) }),
    ),
    document: anyDocument,
  })
  .map(({ document, dateOfBirth, ...state }) => {
    const isReadable = state.status === 'verified' && state.redaction === null;
    const dob = dateOfBirth === null ? null : isoDay(dateOfBirth);
    const { id, ...rest } = aSession({
      ...state,
      dateOfBirth: isReadable ? dateOfBirth : null,
      verifiedData: isReadable ? { ...document, dob } : null,
    });
    return rest;
  });
