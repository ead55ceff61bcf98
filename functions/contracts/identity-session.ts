import * as z from 'zod';
import { utcTime } from './identifiers.ts';

/** All optional: an empty body, or none, asks for a session with the policy's options. */
export const identitySessionBody = z.strictObject({
  return_url: z
    .string()
    .max(2048)
    .optional()
    .describe('Where Stripe’s page sends the rider back to; from the deployment’s allow-list only.'),
  biometric_consent: z
    .boolean()
    .default(true)
    .describe('False where the rider declines the comparison of face and document.'),
});

export const identitySessionJson = z
  .object({
    client_secret: z.string().nullable().describe('For Stripe.js on the web.'),
    session_id: z.string(),
    ephemeral_key_secret: z.string().describe('For Stripe’s native SDKs, with `session_id`.'),
    url: z.string().nullable().describe('Stripe’s hosted page.'),
    expires_at: utcTime.describe('When the first of these dies; ask again for fresh ones.'),
  })
  .meta({ id: 'IdentitySession' });
