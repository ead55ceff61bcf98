import * as z from 'zod';
import type { BiometricConsent } from '../domain/session.ts';
import { toIso, utcTime } from './identifiers.ts';

/** All optional: an empty body, or none, asks for a session with the policy's options. */
export const identitySessionBody = z
  .strictObject({
    return_url: z
      .string()
      .max(2048)
      .optional()
      .describe('Where Stripe’s page sends the rider back to; from the deployment’s allow-list only.'),
    biometric_consent: z
      .boolean()
      .optional()
      .describe(
        'What the rider said to the comparison of face and document; false where he declines it, or takes it back. Left out where he wasn’t asked. It is his to say: a service may pass it on, an operator may not.',
      ),
    biometric_consent_version: z
      .string()
      .regex(/^[\w.:-]{1,64}$/, 'must be up to 64 letters, digits and _ . : -')
      .optional()
      .describe('Which version of your words he said it to; kept with the session, as is the time.'),
  })
  .refine((body) => body.biometric_consent_version === undefined || body.biometric_consent !== undefined, {
    path: ['biometric_consent_version'],
    message: 'is of no use without `biometric_consent`',
  });

export const biometricConsentJson = z
  .object({
    given: z.boolean(),
    version: z.string().nullable().describe('Of the words that he said it to.'),
    at: utcTime,
  })
  .meta({ id: 'BiometricConsent' });

export function toBiometricConsentJson({
  given,
  version,
  atMs,
}: BiometricConsent): z.infer<typeof biometricConsentJson> {
  return { given, version, at: toIso(atMs) };
}

export const identitySessionJson = z
  .object({
    client_secret: z.string().nullable().describe('For Stripe.js on the web.'),
    session_id: z.string(),
    ephemeral_key_secret: z.string().describe('For Stripe’s native SDKs, with `session_id`.'),
    url: z.string().nullable().describe('Stripe’s hosted page.'),
    expires_at: utcTime.describe('When the first of these dies; ask again for fresh ones.'),
  })
  .meta({ id: 'IdentitySession' });
