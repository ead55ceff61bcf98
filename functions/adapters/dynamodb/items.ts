// A customer's items, and what leads to him: each is a domain object beside its keys, parsed with zod when it comes back.

import * as z from 'zod';
import { identityStatuses, type Customer } from '../../domain/customer.ts';
import { notificationKinds } from '../../domain/notification.ts';
import type { PolicySubject } from '../../domain/policy-application.ts';
import { documentTypes } from '../../domain/policy.ts';
import { operatorRequestCodes } from '../../domain/requirement.ts';
import { stripeSessionStatuses, type SessionRecord } from '../../domain/session.ts';

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
  // Entries from before there were remarks, or before they told of pushes, were stored without.
  remark: text.default(null),
  notification: z
    .object({ id: z.string(), kind: z.enum(notificationKinds) })
    .nullable()
    .default(null),
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

/** What a Stripe id points to. */
export const ownerItem = z.object({ subaccountId: z.string(), customerId: z.string() });
export const sessionOwnerItem = ownerItem.extend({ number: z.int() });
