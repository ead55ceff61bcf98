/** What is stored of identity verification. Fields are Stripe's own; the few that Stripe never shows say so. */
import * as z from 'zod';

const date = z.object({ day: z.number(), month: z.number(), year: z.number() });
const nullableText = z.string().nullable();

const address = z.object({
  city: nullableText,
  country: nullableText,
  line1: nullableText,
  line2: nullableText,
  postal_code: nullableText,
  state: nullableText,
});

const checkError = z.object({ code: z.string(), reason: z.string() });

const documentOptions = z.object({
  allowed_types: z.array(z.string()).exactOptional(),
  require_id_number: z.boolean().exactOptional(),
  require_live_capture: z.boolean().exactOptional(),
  require_matching_selfie: z.boolean().exactOptional(),
});

const sessionOptions = z.object({
  document: documentOptions.exactOptional(),
  id_number: z.object({}).exactOptional(),
});

const verifiedOutputs = z.object({
  address,
  dob: date,
  email: nullableText,
  first_name: z.string(),
  id_number: nullableText,
  id_number_type: nullableText,
  last_name: z.string(),
  phone: nullableText,
  sex: nullableText,
});

export const sessionRecord = z.object({
  id: z.string(),
  client_reference_id: nullableText,
  created: z.number(),
  last_error: checkError.nullable(),
  last_verification_report: nullableText,
  metadata: z.record(z.string(), z.string()),
  options: sessionOptions,
  provided_details: z
    .object({ email: z.string().exactOptional(), phone: z.string().exactOptional() })
    .nullable(),
  redaction: z.object({ status: z.enum(['processing', 'redacted']) }).nullable(),
  related_customer: nullableText,
  related_customer_account: nullableText,
  related_person: z.object({ account: z.string(), person: z.string() }).nullable(),
  status: z.enum(['requires_input', 'processing', 'verified', 'canceled']),
  type: z.enum(['document', 'id_number', 'verification_flow']),
  verification_flow: nullableText,
  verified_outputs: verifiedOutputs.nullable(),
  /** Not shown: where the hosted page sends people afterwards. */
  return_url: nullableText,
  /** Not shown: how often somebody used the hosted page. An address made for an earlier round is used up. */
  round: z.number(),
});

export const reportRecord = z.object({
  id: z.string(),
  client_reference_id: nullableText,
  created: z.number(),
  type: z.enum(['document', 'id_number', 'verification_flow']),
  options: sessionOptions,
  verification_flow: nullableText,
  verification_session: z.string(),
  document: z
    .object({
      address: address.nullable(),
      dob: date.nullable(),
      error: checkError.nullable(),
      expiration_date: date.nullable(),
      files: z.array(z.string()),
      first_name: nullableText,
      issued_date: date.nullable(),
      issuing_country: nullableText,
      last_name: nullableText,
      number: nullableText,
      sex: nullableText,
      status: z.enum(['verified', 'unverified']),
      type: nullableText,
    })
    .exactOptional(),
  selfie: z
    .object({
      document: nullableText,
      error: checkError.nullable(),
      selfie: nullableText,
      status: z.enum(['verified', 'unverified']),
    })
    .exactOptional(),
  id_number: z
    .object({
      dob: date.nullable(),
      error: checkError.nullable(),
      first_name: nullableText,
      id_number: nullableText,
      id_number_type: nullableText,
      last_name: nullableText,
      status: z.enum(['verified', 'unverified']),
    })
    .exactOptional(),
  email: z
    .object({ email: nullableText, error: checkError.nullable(), status: z.enum(['verified', 'unverified']) })
    .exactOptional(),
  phone: z
    .object({ phone: nullableText, error: checkError.nullable(), status: z.enum(['verified', 'unverified']) })
    .exactOptional(),
});

export type SessionRecord = z.output<typeof sessionRecord>;
export type ReportRecord = z.output<typeof reportRecord>;
export type VerifiedOutputs = z.output<typeof verifiedOutputs>;
export type CalendarDate = z.output<typeof date>;
