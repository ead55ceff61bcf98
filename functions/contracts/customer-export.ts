// Everything that is held of a customer, as the API speaks it.

import * as z from 'zod';
import type { AuditEntry } from '../domain/audit-entry.ts';
import type { Customer } from '../domain/customer.ts';
import type { Device } from '../domain/device.ts';
import { keptUntilMs } from '../domain/retention.ts';
import type { RideGatePolicy } from '../domain/ride-gate.ts';
import type { SessionRecord } from '../domain/session.ts';
import type { SignalFacts } from '../domain/signals/facts.ts';
import type { SignupDetails } from '../domain/signup.ts';
import type { VerifiedData } from '../domain/verified-data.ts';
import { auditEntryJson, toAuditEntryJson } from './audit.ts';
import { customerJson, toCustomerJson } from './customer.ts';
import { deviceJson, toDeviceJson } from './device.ts';
import {
  exportedSession,
  exportedSignals,
  exportedSignup,
  toExportedSession,
  toExportedSignals,
  toExportedSignup,
} from './exported-parts.ts';
import { freeText } from './free-text.ts';
import { toIso, toIsoOrNull, utcTime } from './identifiers.ts';
import { ageClaimFields, toAgeClaimsJson, toVerifiedDataJson, verifiedDataFields } from './verified-data.ts';

/** The reason stands in the URL, as a GET has no body. Nothing logs URLs: the access log has routes alone. */
export const customerExportQuery = z.strictObject({
  subaccount_id: z.string().optional(),
  reason: freeText(500).describe('Why somebody takes all of it. It is kept in the audit trail.'),
});

const sections = {
  customer: z.object({
    ...customerJson.shape,
    ...ageClaimFields,
    identity_redaction_completed_at: utcTime.nullable(),
    stripe_charge_id: z.string().nullable().describe('The payment that the risk score is of.'),
    stripe_charge_assessed_at: utcTime.nullable(),
    stripe_first_charge_id: z.string().nullable(),
  }),
  signup: exportedSignup.nullable(),
  signals: exportedSignals.nullable(),
  alternative_message: z
    .string()
    .nullable()
    .describe('What the rider wrote when he last asked for another way of verifying.'),
  verified_data: z.object({ session_id: z.string(), captured_at: utcTime, ...verifiedDataFields }).nullable(),
  sessions: z.array(exportedSession),
  devices: z.array(deviceJson),
  pushes: z
    .array(z.object({ id: z.string(), title: z.string(), body: z.string(), created_at: utcTime }))
    .describe('Those that haven’t gone out yet.'),
  deadlines: z.object({
    verified_data_kept_since: utcTime.nullable(),
    verified_data_kept_until: utcTime.nullable().describe('By the policy of now.'),
    document_expires_on: z.iso.date().nullable(),
  }),
  audit: z.array(auditEntryJson).describe('Newest first.'),
};

/** What an export has of a customer, as its audit entry names it. */
export const exportSections: readonly string[] = Object.keys(sections);

export const customerExportJson = z
  .object({
    exported_at: utcTime,
    ...sections,
    audit_truncated: z
      .boolean()
      .describe('Whether there are older entries: `GET /api/customers/{id}/audit` has all of them.'),
  })
  .meta({ id: 'CustomerExport' });
type CustomerExportJson = z.infer<typeof customerExportJson>;

type Exported = {
  holdings: {
    customer: Customer;
    signup: SignupDetails | null;
    signals: SignalFacts | null;
    alternativeMessage: string | null;
    identity: { data: VerifiedData; sessionId: string; capturedAtMs: number } | null;
    sessions: readonly SessionRecord[];
    devices: readonly Device[];
    pushes: readonly { id: string; title: string; body: string; createdAtMs: number }[];
    keptSinceMs: number | null;
    documentExpiry: { expiresOn: string } | null;
    audit: readonly AuditEntry[];
    auditTruncated: boolean;
  };
  policy: RideGatePolicy & { retentionDays: number | null };
  exportedAtMs: number;
};

export function toCustomerExportJson({ holdings, policy, exportedAtMs }: Exported): CustomerExportJson {
  const { customer, signup, signals, identity, keptSinceMs } = holdings;
  const { retentionDays } = policy;
  return {
    exported_at: toIso(exportedAtMs),
    customer: toExportedCustomer(customer, policy),
    signup: signup && toExportedSignup(signup),
    signals: signals && toExportedSignals(signals),
    alternative_message: holdings.alternativeMessage,
    verified_data: identity && {
      session_id: identity.sessionId,
      captured_at: toIso(identity.capturedAtMs),
      ...toVerifiedDataJson(identity.data),
    },
    sessions: holdings.sessions.map(toExportedSession),
    devices: holdings.devices.map(toDeviceJson),
    pushes: holdings.pushes.map(({ id, title, body, createdAtMs }) => ({
      id,
      title,
      body,
      created_at: toIso(createdAtMs),
    })),
    deadlines: {
      verified_data_kept_since: toIsoOrNull(keptSinceMs),
      verified_data_kept_until:
        keptSinceMs === null || retentionDays === null
          ? null
          : toIso(keptUntilMs(keptSinceMs, retentionDays)),
      document_expires_on: holdings.documentExpiry?.expiresOn ?? null,
    },
    audit: holdings.audit.map(toAuditEntryJson),
    audit_truncated: holdings.auditTruncated,
  };
}

function toExportedCustomer(customer: Customer, policy: RideGatePolicy): CustomerExportJson['customer'] {
  return {
    ...toCustomerJson(customer, policy),
    ...toAgeClaimsJson(customer.ageClaims),
    identity_redaction_completed_at: toIsoOrNull(customer.redaction?.completedAtMs ?? null),
    stripe_charge_id: customer.risk?.chargeId ?? null,
    stripe_charge_assessed_at: toIsoOrNull(customer.risk?.assessedAtMs ?? null),
    stripe_first_charge_id: customer.firstChargeId,
  };
}
