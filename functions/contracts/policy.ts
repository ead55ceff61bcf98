// The policy as the API speaks it, and its two-way mapping to the domain's.

import * as z from 'zod';
import { documentTypes, verificationModes, type Policy, type PolicyRules } from '../domain/policy.ts';
import { isoTime, toIsoOrNull } from './identifiers.ts';

const rulesShape = {
  identity_verification_mode: z.enum(verificationModes),
  identity_verification_risk_threshold: z.int().min(0).max(100),
  identity_max_attempts: z.int().min(1).max(10),
  identity_require_selfie: z.boolean(),
  identity_allowed_document_types: z
    .array(z.enum(documentTypes))
    .min(1)
    .refine((types) => new Set(types).size === types.length, 'names a type twice'),
  identity_require_live_capture: z.boolean(),
  identity_minimum_age: z.int().min(13).max(99).nullable(),
  identity_verification_flow: z
    .string()
    .max(255)
    .regex(/^vf_[A-Za-z0-9_]+$/, 'must be a Stripe verification flow id, vf_…')
    .nullable(),
  identity_unscored_payment: z.enum(['allow', 'require']),
  identity_risk_evaluation: z.enum(['first_charge', 'every_charge']),
  identity_blocked_charge_triggers: z.boolean(),
  identity_exempt_customers_created_before: isoTime.nullable(),
  identity_data_retention: z.enum(['verified_fields', 'references_only']),
  identity_retention_days: z.int().min(1).max(3650).nullable(),
  identity_document_expiry_reminders: z.boolean(),
  identity_document_expiry_reverification: z.boolean(),
};

export const policyJson = z
  .object({
    subaccount_id: z.string(),
    /** Grows by one with each change. */
    version: z.int(),
    ...rulesShape,
  })
  .meta({ id: 'Policy' });
export type PolicyJson = z.infer<typeof policyJson>;

export const rulesJson = z.object(rulesShape);
export type RulesJson = z.infer<typeof rulesJson>;

/** A changed or proposed policy: what is left out keeps its value. */
export const policyRulesBody = rulesJson.partial();

/** `version` is the one that the change rests on. */
export const putPolicyBody = z.strictObject({ version: z.int().min(1), ...policyRulesBody.shape });

export function toPolicyJson(policy: Policy): PolicyJson {
  return { subaccount_id: policy.subaccountId, version: policy.version, ...toRulesJson(policy) };
}

export function toRulesJson(rules: PolicyRules): RulesJson {
  return {
    identity_verification_mode: rules.verificationMode,
    identity_verification_risk_threshold: rules.riskThreshold,
    identity_max_attempts: rules.maxAttempts,
    identity_require_selfie: rules.requireSelfie,
    identity_allowed_document_types: [...rules.allowedDocumentTypes],
    identity_require_live_capture: rules.requireLiveCapture,
    identity_minimum_age: rules.minimumAge,
    identity_verification_flow: rules.verificationFlow,
    identity_unscored_payment: rules.unscoredPayment,
    identity_risk_evaluation: rules.riskEvaluation,
    identity_blocked_charge_triggers: rules.blockedChargeTriggers,
    identity_exempt_customers_created_before: toIsoOrNull(rules.exemptCustomersCreatedBeforeMs),
    identity_data_retention: rules.dataRetention,
    identity_retention_days: rules.retentionDays,
    identity_document_expiry_reminders: rules.documentExpiryReminders,
    identity_document_expiry_reverification: rules.documentExpiryReverification,
  };
}

/** The current rules with what a PUT changes, or a simulation proposes. */
export function changedPolicyRules(current: PolicyRules, body: z.infer<typeof policyRulesBody>): PolicyRules {
  const json = rulesJson.parse({ ...toRulesJson(current), ...body });
  return {
    verificationMode: json.identity_verification_mode,
    riskThreshold: json.identity_verification_risk_threshold,
    maxAttempts: json.identity_max_attempts,
    requireSelfie: json.identity_require_selfie,
    allowedDocumentTypes: json.identity_allowed_document_types,
    requireLiveCapture: json.identity_require_live_capture,
    minimumAge: json.identity_minimum_age,
    verificationFlow: json.identity_verification_flow,
    unscoredPayment: json.identity_unscored_payment,
    riskEvaluation: json.identity_risk_evaluation,
    blockedChargeTriggers: json.identity_blocked_charge_triggers,
    exemptCustomersCreatedBeforeMs:
      json.identity_exempt_customers_created_before === null
        ? null
        : Date.parse(json.identity_exempt_customers_created_before),
    dataRetention: json.identity_data_retention,
    retentionDays: json.identity_retention_days,
    documentExpiryReminders: json.identity_document_expiry_reminders,
    documentExpiryReverification: json.identity_document_expiry_reverification,
  };
}
