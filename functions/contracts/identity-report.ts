// What an operator is shown of a customer's document: the fields that he asked for, and nothing beside them.

import * as z from 'zod';
import type { Customer } from '../domain/customer.ts';
import {
  verifiedFieldNames,
  verifiedFields,
  type VerifiedData,
  type VerifiedField,
} from '../domain/verified-data.ts';
import { freeText } from './free-text.ts';
import { toIso, toIsoOrNull, utcTime } from './identifiers.ts';
import { ageClaimFields, toAgeClaimsJson, toVerifiedDataJson, verifiedDataFields } from './verified-data.ts';

const revealableFields = [...Object.values(verifiedFieldNames), 'images'] as const;

const fieldList = z
  .string()
  .transform((list) => list.split(','))
  .pipe(z.array(z.enum(revealableFields)));

/** The reason stands in the URL, as a GET has no body. Nothing logs URLs: the access log has routes alone. */
export const identityReportQuery = z.strictObject({
  subaccount_id: z.string().optional(),
  reason: freeText(500).describe('Why somebody looks. It is kept in the audit trail.'),
  fields: fieldList
    .optional()
    .describe(`What to show, comma-separated, of ${revealableFields.join(', ')}; all where it is left out.`),
});

/** Each is there where it was asked for; of the document's fields, null where it, or Stripe, told nothing. */
const revealed = z.object({
  ...verifiedDataFields,
  images: z.array(
    z.object({
      kind: z.enum(['document_front', 'document_back', 'selfie', 'document_photo']),
      url: z.string().describe('Opens the image for whoever has it.'),
      expires_at: utcTime,
    }),
  ),
  images_unavailable: z
    .enum(['not_permitted', 'none', 'stripe_unavailable', 'stripe_refused'])
    .nullable()
    .describe(
      'Why there are no images. `not_permitted`: without a restricted Stripe key, or after 48 hours.',
    ),
});
type Revealed = z.infer<typeof revealed>;

export const identityReportJson = z
  .object({
    customer_id: z.string(),
    session_id: z.string().describe('The session at Stripe that told it.'),
    source: z
      .enum(['stored', 'stripe'])
      .nullable()
      .describe(
        'Whether it is kept here, or was read from Stripe just now; null where there are only images.',
      ),
    captured_at: utcTime.nullable().describe('When what is kept was taken from Stripe.'),
    ...revealed.partial().shape,
    ...ageClaimFields,
    revealed_at: utcTime,
  })
  .meta({ id: 'IdentityReport' });

type Report = {
  customer: Customer;
  sessionId: string;
  source: 'stored' | 'stripe' | null;
  data: VerifiedData | null;
  capturedAtMs: number | null;
  images: readonly { kind: Revealed['images'][number]['kind']; url: string; expiresAtMs: number }[];
  imagesUnavailable: Revealed['images_unavailable'];
  revealedAtMs: number;
};

type Asked = { fields: readonly VerifiedField[]; images: boolean };

/** What a query asks to see. */
export function revealRequest({
  reason,
  fields = [...revealableFields],
}: z.infer<typeof identityReportQuery>): Asked & { reason: string } {
  const asked = new Set(fields);
  return {
    reason,
    fields: verifiedFields.filter((field) => asked.has(verifiedFieldNames[field])),
    images: asked.has('images'),
  };
}

/** The answer to a request, without what it didn't ask for. */
export function toIdentityReportJson(report: Report, request: Asked): z.infer<typeof identityReportJson> {
  const { customer, sessionId, source, data, capturedAtMs, images, imagesUnavailable } = report;
  const asked = new Set<string>(request.fields.map((field) => verifiedFieldNames[field]));
  return {
    customer_id: customer.id,
    session_id: sessionId,
    source,
    captured_at: toIsoOrNull(capturedAtMs),
    ...(data !== null &&
      Object.fromEntries(Object.entries(toVerifiedDataJson(data)).filter(([field]) => asked.has(field)))),
    ...(request.images && {
      images: images.map(({ kind, url, expiresAtMs }) => ({ kind, url, expires_at: toIso(expiresAtMs) })),
      images_unavailable: imagesUnavailable,
    }),
    ...toAgeClaimsJson(customer.ageClaims),
    revealed_at: toIso(report.revealedAtMs),
  };
}
