// The audit trail as the API speaks it.

import * as z from 'zod';
import type { AuditedFields, AuditEntry } from '../domain/audit-entry.ts';
import { notificationKinds } from '../domain/notification.ts';
import { requirementReasonCode } from '../domain/requirement.ts';
import { toIso, toIsoOrNull, utcTime } from './identifiers.ts';
import { biometricConsentJson, toBiometricConsentJson } from './identity-session.ts';
import { pageLimit } from './page-limit.ts';

const auditedFields = z
  .object({
    identity_verification_required: z.boolean(),
    identity_verification_required_at: utcTime.nullable(),
    identity_verification_required_reason: z.string().nullable(),
    /** Whether an operator's clearing stands. */
    identity_requirement_cleared: z.boolean(),
    identity_status: z.string().nullable(),
    identity_verified_at: utcTime.nullable(),
    identity_session_id: z.string().nullable(),
    identity_attempt_count: z.int(),
    identity_last_error: z.object({ code: z.string(), reason: z.string().nullable() }).nullable(),
    identity_manual_verification_by: z.string().nullable(),
    identity_alternative_requested_at: utcTime.nullable(),
    identity_redaction_requested_at: utcTime.nullable(),
    identity_redaction_completed_at: utcTime.nullable(),
    stripe_customer_id: z.string().nullable(),
    stripe_charge_id: z.string().nullable().describe('The payment that the risk score is of.'),
    stripe_first_charge_id: z
      .string()
      .nullable()
      .describe(
        'The first successful payment; one that Radar blocked before it may still speak for the risk.',
      ),
    stripe_risk_score: z.number().nullable(),
    stripe_risk_level: z.string().nullable(),
    stripe_radar_score: z.number().nullable(),
  })
  .partial();
type AuditedFieldsJson = z.infer<typeof auditedFields>;

export const auditEntryJson = z
  .object({
    version: z.int(),
    at: utcTime,
    /** `rider:…`, `operator:…`, `service:…`, `stripe:evt_…`, `system:…` */
    actor: z.string(),
    action: z.string(),
    /** The fields that differ, as they were; null where the customer was new. */
    before: auditedFields.nullable(),
    after: auditedFields,
    /** The fields of personal data that somebody was shown; null where nobody was. */
    revealed: z.array(z.string()).nullable(),
    /** What the rider said to biometrics; null where the change isn’t about that. */
    biometric_consent: biometricConsentJson.nullable(),
    notification: z
      .object({ id: z.string(), kind: z.enum(notificationKinds) })
      .nullable()
      .describe(
        'The push that was saved together with this change. Null where there is none, and in entries from before they told of it.',
      ),
    notes: z
      .string()
      .nullable()
      .describe('An operator’s own words, until a redaction takes them; or what RideGate remarked.'),
  })
  .meta({ id: 'AuditEntry' });

export const auditTrailJson = z
  .object({ data: z.array(auditEntryJson), next_cursor: z.string().nullable() })
  .meta({ id: 'AuditTrail' });

export const auditTrailQuery = z.strictObject({
  subaccount_id: z.string().optional(),
  cursor: z.string().max(1024).optional(),
  limit: pageLimit,
});

export function toAuditEntryJson(entry: AuditEntry): z.infer<typeof auditEntryJson> {
  const { atMs, before, after, revealed, consent, remark, notes, ...rest } = entry;
  return {
    ...rest,
    at: toIso(atMs),
    before: before === null ? null : toFieldsJson(before),
    after: toFieldsJson(after),
    revealed: revealed === null ? null : [...revealed],
    biometric_consent: consent === null ? null : toBiometricConsentJson(consent),
    notes: notes ?? remark,
  };
}

function toFieldsJson(fields: AuditedFields): AuditedFieldsJson {
  const { requirement, risk, lastError, manualVerification, redaction, session } = fields;
  const required = requirement?.state === 'required' ? requirement : null;
  return {
    ...(requirement !== undefined && {
      identity_verification_required: required !== null,
      identity_verification_required_at: toIsoOrNull(required?.atMs ?? null),
      identity_verification_required_reason:
        required === null ? null : requirementReasonCode(required.reason),
      identity_requirement_cleared: requirement.state === 'cleared',
    }),
    ...(fields.identityStatus !== undefined && { identity_status: fields.identityStatus }),
    ...(fields.verifiedAtMs !== undefined && { identity_verified_at: toIsoOrNull(fields.verifiedAtMs) }),
    ...(session !== undefined && { identity_session_id: session?.id ?? null }),
    ...(fields.attemptCount !== undefined && { identity_attempt_count: fields.attemptCount }),
    ...(lastError !== undefined && { identity_last_error: lastError }),
    ...(manualVerification !== undefined && {
      identity_manual_verification_by: manualVerification?.by ?? null,
    }),
    ...(fields.alternativeRequestedAtMs !== undefined && {
      identity_alternative_requested_at: toIsoOrNull(fields.alternativeRequestedAtMs),
    }),
    ...(redaction !== undefined && {
      identity_redaction_requested_at: toIsoOrNull(redaction?.requestedAtMs ?? null),
      identity_redaction_completed_at: toIsoOrNull(redaction?.completedAtMs ?? null),
    }),
    ...(fields.stripeCustomerId !== undefined && { stripe_customer_id: fields.stripeCustomerId }),
    ...(fields.firstChargeId !== undefined && { stripe_first_charge_id: fields.firstChargeId }),
    ...(risk !== undefined && {
      stripe_charge_id: risk?.chargeId ?? null,
      stripe_risk_score: risk?.score ?? null,
      stripe_risk_level: risk?.level ?? null,
      stripe_radar_score: risk?.radarScore ?? null,
    }),
  };
}
