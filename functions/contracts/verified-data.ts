// What Stripe read from a customer's document, as one customer's page shows it. Lists never do.

import * as z from 'zod';

const text = z.string().nullable();

/** Always there, null where unknown. */
export const verifiedDataFields = {
  identity_first_name: text,
  identity_last_name: text,
  identity_dob: z.iso.date().nullable().describe('Needs a restricted Stripe key.'),
  identity_id_type: text.describe('The document’s type, by Stripe’s name.'),
  identity_address: z
    .object({
      line1: text,
      line2: text,
      city: text,
      state: text,
      postal_code: text,
      country: text.describe('ISO 3166-1 alpha-2.'),
    })
    .nullable(),
  identity_id_number: text.describe(
    'The document’s number, not a tax number. Needs a restricted Stripe key.',
  ),
  identity_issuing_country: text.describe('ISO 3166-1 alpha-2.'),
  identity_expiration_date: z.iso.date().nullable().describe('Needs a restricted Stripe key.'),
  identity_age_over: z
    .boolean()
    .nullable()
    .describe('Whether the customer is at least as old as the policy asks.'),
};

/** Of a customer about whom nothing is kept. */
export const noVerifiedData: z.infer<z.ZodObject<typeof verifiedDataFields>> = {
  identity_first_name: null,
  identity_last_name: null,
  identity_dob: null,
  identity_id_type: null,
  identity_address: null,
  identity_id_number: null,
  identity_issuing_country: null,
  identity_expiration_date: null,
  identity_age_over: null,
};
