// The Stripe simulator on a free port, our clients pointed at it, and the hand that steers it.

import * as z from 'zod';
import type Stripe from 'stripe';
import { createStripeClient } from '../../../functions/adapters/stripe/client.ts';
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
