// What Stripe read from a customer's document: covered on his page, and as it is where an operator has it revealed.
// Lists show none of it.

import * as z from 'zod';
import type { AgeClaims } from '../domain/customer.ts';
import { unknownData, type VerifiedData } from '../domain/verified-data.ts';

const text = z.string().nullable();

const address = z.object({
  line1: text,
  line2: text,
  city: text,
  state: text,
  postal_code: text,
  country: text.describe('ISO 3166-1 alpha-2.'),
});

const openFields = {
  identity_id_type: text.describe('The document’s type, by Stripe’s name.'),
  identity_issuing_country: text.describe('ISO 3166-1 alpha-2.'),
};

/** Always there, null where unknown. */
export const verifiedDataFields = {
  ...openFields,
  identity_first_name: text,
  identity_last_name: text,
  identity_dob: z.iso.date().nullable().describe('Needs a restricted Stripe key.'),
  identity_address: address.nullable(),
  identity_id_number: text.describe(
    'The document’s number, not a tax number. Needs a restricted Stripe key.',
  ),
  identity_expiration_date: z.iso.date().nullable().describe('Needs a restricted Stripe key.'),
};

const maskedText = (example: string): z.ZodNullable<z.ZodString> =>
  text.describe(`Masked, such as \`${example}\`.`);

/** The same with what identifies somebody covered. Always there, null where unknown or not kept. */
export const maskedDataFields = {
  ...openFields,
  identity_first_name: maskedText('J•••'),
  identity_last_name: maskedText('D•••'),
  identity_dob: maskedText('••••-••-15'),
  identity_address: address.nullable().describe('Masked but for the country.'),
  identity_id_number: maskedText('••••1234'),
  identity_expiration_date: maskedText('••••-••-30'),
};

/** What is known of a customer's age, also where his date of birth isn't kept. */
export const ageClaimFields = {
  identity_age_over: z
    .boolean()
    .nullable()
    .describe('Whether the customer was at least as old as the policy asked when he was verified.'),
  identity_age_over_18: z
    .boolean()
    .nullable()
    .describe('Whether the customer was at least 18 when he was verified.'),
};

type DataJson = z.infer<z.ZodObject<typeof maskedDataFields>>;

/** Verified data in the API's words, revealed or masked; null where nothing is kept. */
export function toVerifiedDataJson(kept: VerifiedData | null): DataJson {
  const data = kept ?? unknownData;
  return {
    identity_first_name: data.firstName,
    identity_last_name: data.lastName,
    identity_dob: data.dob,
    identity_id_type: data.idType,
    identity_address: data.address === null ? null : toAddressJson(data.address),
    identity_id_number: data.idNumber,
    identity_issuing_country: data.issuingCountry,
    identity_expiration_date: data.expirationDate,
  };
}

function toAddressJson({
  postalCode,
  ...others
}: NonNullable<VerifiedData['address']>): z.infer<typeof address> {
  return { ...others, postal_code: postalCode };
}

export function toAgeClaimsJson(claims: AgeClaims | null): z.infer<z.ZodObject<typeof ageClaimFields>> {
  return {
    identity_age_over: claims?.overMinimumAge ?? null,
    identity_age_over_18: claims?.over18 ?? null,
  };
}
