// The Stripe simulator on a free port, our clients pointed at it, and the hand that steers it.

import * as z from 'zod';
import type Stripe from 'stripe';
import { vi } from 'vitest';
import { createStripeClient } from '../../../functions/adapters/stripe/client.ts';
import type { VerifiedData } from '../../../functions/domain/verified-data.ts';
import { startStripeSimulator } from '../../../local/stripe-simulator/index.ts';
import type { StripeSimulatorOptions } from '../../../local/stripe-simulator/options.ts';

export const secretKey = 'sk_test_adapters';
export const restrictedKey = 'rk_test_adapters';

export type TestStripe = {
  url: string;
  /** A client with the secret key. */
  stripe: Stripe;
  /** A client with the restricted key, which may read dates of birth. */
  sensitive: Stripe;
  /** A steering call. */
  steer: (method: 'POST' | 'PUT', path: string, body?: object) => Promise<unknown>;
  close: () => Promise<void>;
};

export async function startTestStripe(options: Partial<StripeSimulatorOptions> = {}): Promise<TestStripe> {
  const simulator = await startStripeSimulator({
    port: 0,
    apiKeys: [secretKey, restrictedKey],
    allowSensitiveForSecretKeys: false,
    redactionMs: 20,
    ...options,
  });
  const { url } = simulator;
  return {
    url,
    stripe: createStripeClient({ apiKey: secretKey, apiUrl: url }),
    sensitive: createStripeClient({ apiKey: restrictedKey, apiUrl: url }),
    steer: async (method, path, body = {}) => {
      const response = await fetch(`${url}/simulator${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      const answer: unknown = await response.json();
      if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
      return answer;
    },
    close: () => simulator.close(),
  };
}

/** A document's holder, as steering takes him. */
export function personOf(document: VerifiedData | undefined): object {
  if (document === undefined) return {};
  const { address } = document;
  return {
    first_name: document.firstName,
    last_name: document.lastName,
    dob: document.dob,
    document_type: document.idType,
    document_number: document.idNumber,
    issuing_country: document.issuingCountry,
    expiration_date: document.expirationDate,
    ...(address !== null && {
      address: {
        line1: address.line1,
        line2: address.line2,
        city: address.city,
        state: address.state,
        postal_code: address.postalCode,
        country: address.country,
      },
    }),
  };
}

/** Over when Stripe is done with a redaction. */
export async function redacted({ stripe }: Pick<TestStripe, 'stripe'>, sessionId: string): Promise<void> {
  await vi.waitFor(
    async () => {
      const { redaction } = await stripe.identity.verificationSessions.retrieve(sessionId);
      if (redaction?.status !== 'redacted') throw new Error('Stripe is still redacting.');
    },
    { timeout: 5000, interval: 10 },
  );
}

const withId = z.object({ id: z.string() });

/** Makes a charge; answers its id. */
export async function charge(stripe: Pick<TestStripe, 'steer'>, details: object): Promise<string> {
  return withId.parse(await stripe.steer('POST', '/charges', details)).id;
}

/** Has the rider submit; without a waiting time Stripe is done at once. */
export async function submit(
  stripe: Pick<TestStripe, 'steer'>,
  sessionId: string,
  submission: { outcome: string; person?: object; processing_ms?: number },
): Promise<void> {
  await stripe.steer('POST', `/verification_sessions/${sessionId}/submit`, {
    processing_ms: 0,
    ...submission,
  });
}
