import * as z from 'zod';
import { utcTime } from './identifiers.ts';

/** All optional: an empty body, or none, asks for a session with the policy's options. */
export const identitySessionBody = z.strictObject({
  /** Where Stripe's page sends the rider back to; from the deployment's allow-list only. */
  return_url: z.string().max(2048).optional(),
  /** False where the rider declines the comparison of face and document. */
  biometric_consent: z.boolean().default(true),
});

export const identitySessionJson = z
  .object({
    /** For Stripe.js on the web. */
    client_secret: z.string().nullable(),
    session_id: z.string(),
    /** For Stripe's native SDKs, with `session_id`. */
    ephemeral_key_secret: z.string(),
    /** Stripe's hosted page. */
    url: z.string().nullable(),
    /** When the first of these dies; ask again for fresh ones. */
    expires_at: utcTime,
  })
  .meta({ id: 'IdentitySession' });
