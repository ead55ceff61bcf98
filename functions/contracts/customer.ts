// The customer as the API speaks it: what is answered to whom. What may be sent: customer-requests.ts.

import * as z from 'zod';
import { identityStatuses, type Customer } from '../domain/customer.ts';
import { nextStepFor, type RiderLanguage } from '../domain/next-step.ts';
import { allowCodes, blockCodes, decideRideGate, type RideGatePolicy } from '../domain/ride-gate.ts';
import {
  requirementReasonCode,
  requirementReasonText,
  type RequirementReason,
} from '../domain/requirement.ts';
import { toIso, toIsoOrNull, utcTime } from './identifiers.ts';

const riderFields = {
  id: z.string(),
  subaccount_id: z.string(),
  created_at: utcTime,
  identity_verification_required: z.boolean(),
  identity_verification_required_at: utcTime.nullable(),
  identity_verification_required_reason: z
    .string()
    .nullable()
    .describe('Such as `risk_threshold_exceeded:75>=50`; riders see null where risk is the reason.'),
  identity_status: z.enum(identityStatuses).nullable(),
  identity_verified_at: utcTime.nullable(),
  identity_session_id: z.string().nullable(),
  identity_attempt_count: z.int(),
  identity_last_error: z
    .object({ code: z.string(), reason: z.string().nullable(), message: z.string() })
    .nullable(),
  identity_manual_verification: z.boolean(),
  identity_alternative_requested_at: utcTime
    .nullable()
    .describe('Since when the customer waits for another way of verifying.'),
  ride_gate: z
    .object({ allowed: z.boolean(), code: z.enum([...allowCodes, ...blockCodes]) })
    .describe('The gate’s answer as of now.'),
};

const operatorFields = {
  identity_status_at: utcTime.describe(
    'Since when `identity_status` is what it is; where it’s null, since the creation or since an operator asked anew.',
  ),
  identity_verification_required_reason_text: z
    .string()
    .nullable()
    .describe('As operators read it, such as `Risk score 75 >= threshold 50`.'),
  identity_manual_verification_by: z.string().nullable(),
  identity_manual_verification_at: utcTime.nullable(),
  identity_redaction_status: z
    .enum(['processing', 'redacted'])
    .nullable()
    .describe(
      '`redacted` once Stripe has removed its copies too; ours go at once. Null where nobody asked, and again once there is a later session.',
    ),
  identity_redaction_requested_at: utcTime.nullable(),
  stripe_customer_id: z.string().nullable(),
  stripe_risk_score: z
    .number()
    .nullable()
    .describe('10, 50 or 75, derived from the level; null where not scored.'),
  stripe_risk_level: z.string().nullable(),
  stripe_radar_score: z.number().nullable().describe('Radar’s own score, where the Stripe account has it.'),
  version: z.int(),
};

/** What a rider sees of himself: no risk data, nothing of the operator's notes. */
export const riderCustomerJson = z.object(riderFields).meta({ id: 'RiderCustomer' });
export type RiderCustomerJson = z.infer<typeof riderCustomerJson>;

/** What operators and services see. */
export const customerJson = z.object({ ...riderFields, ...operatorFields }).meta({ id: 'Customer' });
export type CustomerJson = z.infer<typeof customerJson>;

/** The answer to who vouches for a customer. */
export const manuallyVerifiedJson = z
  .object({ ...customerJson.shape, identity_manual_verification_notes: z.string() })
  .meta({ id: 'ManuallyVerifiedCustomer' });

export const customerListJson = z
  .object({
    data: z.array(customerJson),
    next_cursor: z.string().nullable(),
  })
  .meta({ id: 'CustomerList' });

/** Rounded at the edge, so that the same request again compares equal to what was stored of the first. */
/** `language` is what the rider's next step is said in; everything else is for machines and operators. */
export function toRiderCustomerJson(
  customer: Customer,
  policy: RideGatePolicy,
  language: RiderLanguage = 'en',
): RiderCustomerJson {
  const { requirement, lastError } = customer;
  const required = requirement.state === 'required' ? requirement : null;
  const { allowed, code } = decideRideGate(customer, policy);
  return {
    id: customer.id,
    subaccount_id: customer.subaccountId,
    created_at: toIso(customer.createdAtMs),
    identity_verification_required: required !== null,
    identity_verification_required_at: toIsoOrNull(required?.atMs ?? null),
    identity_verification_required_reason: required === null ? null : riderReasonCode(required.reason),
    identity_status: customer.identityStatus,
    identity_verified_at: toIsoOrNull(customer.verifiedAtMs),
    identity_session_id: customer.session?.id ?? null,
    identity_attempt_count: customer.attemptCount,
    identity_last_error:
      lastError === null ? null : { ...lastError, message: nextStepFor(lastError.code, language) },
    identity_manual_verification: customer.manualVerification !== null,
    identity_alternative_requested_at: toIsoOrNull(customer.alternativeRequestedAtMs),
    ride_gate: { allowed, code },
  };
}

/** A reason that rests on risk tells the score, which is not a rider's to see. */
function riderReasonCode(reason: RequirementReason): string | null {
  const restsOnRisk = reason.kind === 'risk_threshold_exceeded' || reason.kind === 'unscored_payment';
  return restsOnRisk ? null : requirementReasonCode(reason);
}

export function toCustomerJson(customer: Customer, policy: RideGatePolicy): CustomerJson {
  const { requirement, manualVerification, risk } = customer;
  return {
    ...toRiderCustomerJson(customer, policy),
    identity_status_at: toIso(customer.identityStatusAtMs),
    identity_verification_required_reason:
      requirement.state === 'required' ? requirementReasonCode(requirement.reason) : null,
    identity_verification_required_reason_text:
      requirement.state === 'required' ? requirementReasonText(requirement.reason) : null,
    identity_manual_verification_by: manualVerification?.by ?? null,
    identity_manual_verification_at: toIsoOrNull(manualVerification?.atMs ?? null),
    identity_redaction_status: redactionStatus(customer),
    identity_redaction_requested_at: toIsoOrNull(customer.redaction?.requestedAtMs ?? null),
    stripe_customer_id: customer.stripeCustomerId,
    stripe_risk_score: risk?.score ?? null,
    stripe_risk_level: risk?.level ?? null,
    stripe_radar_score: risk?.radarScore ?? null,
    version: customer.version,
  };
}

function redactionStatus({ redaction, sessionCount }: Customer): CustomerJson['identity_redaction_status'] {
  if (redaction === null) return null;
  if (redaction.completedAtMs === null) return 'processing';
  return sessionCount > redaction.throughSession ? null : 'redacted';
}
