// The table's items: each is a domain object beside its keys, parsed with zod when it comes back.

import * as z from 'zod';
import { operationalZones } from '../../contracts/zones.ts';
import { identityStatuses, type Customer } from '../../domain/customer.ts';
import type { PolicySubject } from '../../domain/policy-application.ts';
import { documentTypes, verificationModes, type Policy } from '../../domain/policy.ts';
import { operatorRequestCodes } from '../../domain/requirement.ts';
import { stripeSessionStatuses, type SessionRecord } from '../../domain/session.ts';
import { anonymizers, phoneTypes, type SignalFacts } from '../../domain/signals/facts.ts';
import type { SignupDetails } from '../../domain/signup.ts';
import type { Subaccount } from '../../domain/subaccount.ts';

const text = z.string().nullable();
const epochMs = z.number();

const requirementReason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('subaccount_policy') }),
  z.object({ kind: z.literal('risk_threshold_exceeded'), score: z.number(), threshold: z.number() }),
  z.object({ kind: z.literal('unscored_payment') }),
  z.object({ kind: z.literal('operator_request'), code: z.enum(operatorRequestCodes) }),
]);

const requirement = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none') }),
  z.object({ state: z.literal('required'), atMs: epochMs, reason: requirementReason }),
  z.object({ state: z.literal('cleared'), atMs: epochMs }),
]);

const customerShape = z.object({
  subaccountId: z.string(),
  id: z.string(),
  version: z.int().min(1),
  createdAtMs: epochMs,
  stripeCustomerId: text,
  requirement,
  epoch: z.int(),
  identityStatus: z.enum(identityStatuses).nullable(),
  identityStatusAtMs: epochMs,
  verifiedAtMs: epochMs.nullable(),
  attemptCount: z.int(),
  lastError: z.object({ code: z.string(), reason: text }).nullable(),
  manualVerification: z.object({ by: z.string(), atMs: epochMs, version: z.int() }).nullable(),
  ageClaims: z.object({ over18: z.boolean().nullable(), overMinimumAge: z.boolean().nullable() }).nullable(),
  redaction: z
    .object({ requestedAtMs: epochMs, throughSession: z.int(), completedAtMs: epochMs.nullable() })
    .nullable(),
  risk: z
    .object({
      chargeId: z.string(),
      level: text,
      score: z.number().nullable(),
      radarScore: z.number().nullable(),
      assessedAtMs: epochMs,
    })
    .nullable(),
  firstChargeId: text,
  alternativeRequestedAtMs: epochMs.nullable(),
  session: z.object({ id: z.string(), number: z.int() }).nullable(),
  sessionCount: z.int(),
});

export const customerItem: z.ZodType<Customer> = customerShape;

const auditedFields = customerShape
  .omit({ subaccountId: true, id: true, version: true, createdAtMs: true, ageClaims: true })
  .partial();

const biometricConsent = z.object({ given: z.boolean(), version: text, atMs: epochMs });

export const auditItem = z.object({
  version: z.int(),
  atMs: epochMs,
  actor: z.string(),
  action: z.string(),
  before: auditedFields.nullable(),
  after: auditedFields,
  revealed: z.array(z.string()).nullable(),
  consent: biometricConsent.nullable(),
  /** Whether an operator's words stand beside it, or stood there until a redaction took them. */
  hasNotes: z.boolean(),
});

/** A customer as far as a policy reads him. */
export const policySubjectItem: z.ZodType<PolicySubject> = z.object({
  id: z.string(),
  createdAtMs: epochMs,
  identityStatus: z.enum(identityStatuses).nullable(),
  requirement,
  risk: z.object({ score: z.number().nullable() }).nullable(),
});

const sessionShape = z.object({
  number: z.int(),
  epoch: z.int(),
  claimId: z.string(),
  replacesClaim: z.boolean(),
  startedAtMs: epochMs,
  options: z.object({
    allowedDocumentTypes: z.array(z.enum(documentTypes)),
    requireSelfie: z.boolean(),
    requireLiveCapture: z.boolean(),
    verificationFlow: text,
    returnUrl: text,
  }),
  sessionId: text,
  status: z.enum(stripeSessionStatuses).nullable(),
  countedReports: z.int(),
  consent: biometricConsent.nullable(),
});

export const sessionItem: z.ZodType<SessionRecord> = sessionShape;

/** A session's record before its session exists: a claim of its number, until it is released. */
export const claimItem: z.ZodType<SessionRecord & { released: boolean }> = sessionShape.extend({
  released: z.boolean().default(false),
});

export const policyItem: z.ZodType<Policy> = z.object({
  subaccountId: z.string(),
  version: z.int().min(1),
  verificationMode: z.enum(verificationModes),
  riskThreshold: z.number(),
  maxAttempts: z.int(),
  requireSelfie: z.boolean(),
  allowedDocumentTypes: z.array(z.enum(documentTypes)),
  requireLiveCapture: z.boolean(),
  minimumAge: z.number().nullable(),
  verificationFlow: text,
  unscoredPayment: z.enum(['allow', 'require']),
  riskEvaluation: z.enum(['first_charge', 'every_charge']),
  blockedChargeTriggers: z.boolean(),
  exemptCustomersCreatedBeforeMs: epochMs.nullable(),
  dataRetention: z.enum(['verified_fields', 'references_only']),
  retentionDays: z.number().nullable(),
  // Policies from before these rules were stored without them.
  documentExpiryReminders: z.boolean().default(false),
  documentExpiryReverification: z.boolean().default(false),
});

export const subaccountItem: z.ZodType<Subaccount> = z.object({
  id: z.string(),
  name: z.string(),
  appName: z.string(),
  version: z.int(),
});

export const signupContent: z.ZodType<SignupDetails> = z.object({
  email: text,
  name: text,
  phone: text,
  ip: text,
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  locationAccuracyMeters: z.number().nullable(),
});

export const signalFacts: z.ZodType<SignalFacts> = z.object({
  collectedAtMs: epochMs,
  phone: z.object({
    type: z.enum(phoneTypes).nullable(),
    country: text,
    carrier: text,
    isPrepaid: z.boolean().nullable(),
    riskScore: z.number().nullable(),
    portedAtMs: epochMs.nullable(),
  }),
  ip: z.object({
    city: text,
    region: text,
    country: text,
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    anonymizer: z.enum([...anonymizers, 'none']).nullable(),
  }),
});

/** As JSON text: smaller than the table's own lists, and without their limits on numbers. */
export const zonesItem = z.object({
  zones: z
    .string()
    .transform((json): unknown => JSON.parse(json))
    .pipe(operationalZones)
    .nullable(),
});

/** What the rider wrote; he needn't write anything. */
export const alternativeMessage = text;

/** An operator's own words. */
export const noteText = z.string();

/** What a Stripe id points to. */
export const ownerItem = z.object({ subaccountId: z.string(), customerId: z.string() });
export const sessionOwnerItem = ownerItem.extend({ number: z.int() });
