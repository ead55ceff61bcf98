// A subaccount's items: each is a domain object beside its keys, parsed with zod when it comes back.

import * as z from 'zod';
import { operationalZones } from '../../contracts/zones.ts';
import { documentTypes, verificationModes, type Policy, type PolicyVersion } from '../../domain/policy.ts';
import type { Subaccount } from '../../domain/subaccount.ts';

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
  verificationFlow: z.string().nullable(),
  unscoredPayment: z.enum(['allow', 'require']),
  riskEvaluation: z.enum(['first_charge', 'every_charge']),
  blockedChargeTriggers: z.boolean(),
  exemptCustomersCreatedBeforeMs: z.number().nullable(),
  dataRetention: z.enum(['verified_fields', 'references_only']),
  retentionDays: z.number().nullable(),
  // Policies from before these rules were stored without them.
  documentExpiryReminders: z.boolean().default(false),
  documentExpiryReverification: z.boolean().default(false),
});

/** The rules as they were stored then. */
export const policyVersionItem: z.ZodType<PolicyVersion> = z.object({
  version: z.int().min(1),
  atMs: z.number(),
  actor: z.string(),
  before: policyItem.nullable(),
  after: policyItem,
});

export const subaccountItem: z.ZodType<Subaccount> = z.object({
  id: z.string(),
  name: z.string(),
  appName: z.string(),
  version: z.int(),
});

/** As JSON text: smaller than the table's own lists, and without their limits on numbers. */
export const zonesItem = z.object({
  zones: z
    .string()
    .transform((json): unknown => JSON.parse(json))
    .pipe(operationalZones)
    .nullable(),
});
