// A deployment lives in one of Stripe's modes, and won't work with a key of the other.

import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { WrongStripeKey } from '../../../functions/domain/faults.ts';
import { composeStripe } from '../../../functions/shared/compose/stripe.ts';
import { localCredentials } from '../../../local/engines/client-config.ts';
import { newId } from '../contracts/samples.ts';
import { startTestMessaging, type TestMessaging } from '../support/messaging.ts';

let engine: TestMessaging;
beforeAll(async () => {
  engine = await startTestMessaging();
});
afterAll(() => engine.close());
afterEach(() => {
  vi.unstubAllEnvs();
});

async function composeWith(mode: 'test' | 'live', keys: { api_key: string; restricted_key?: string }) {
  const arn = `arn:aws:secretsmanager:us-east-1:000000000000:secret:${newId('stripe')}`;
  engine.secrets.set(arn, JSON.stringify(keys));
  const environment = {
    STRIPE_SECRET_ARN: arn,
    STRIPE_MODE: mode,
    AWS_REGION: engine.config.region,
    AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: engine.endpoint,
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  return composeStripe()();
}

describe('a key of the deployment’s own mode', () => {
  it.each([
    ['test', { api_key: 'sk_test_1' }],
    ['test', { api_key: 'rk_test_1', restricted_key: 'rk_test_2' }],
    ['live', { api_key: 'sk_live_1', restricted_key: 'rk_live_2' }],
  ] as const)('is used: %s', async (mode, keys) => {
    expect(Object.keys(await composeWith(mode, keys))).toContain('identity');
  });
});

describe('a key of the other mode', () => {
  it.each([
    ['test', { api_key: 'sk_live_1' }],
    ['test', { api_key: 'rk_live_1' }],
    ['test', { api_key: 'sk_test_1', restricted_key: 'rk_live_2' }],
    ['live', { api_key: 'sk_test_1' }],
    ['live', { api_key: 'sk_live_1', restricted_key: 'rk_test_2' }],
  ] as const)('is refused with one sentence that doesn’t quote it: %s, %o', async (mode, keys) => {
    const other = mode === 'test' ? 'live' : 'test';

    const fault: unknown = await composeWith(mode, keys).catch((reason: unknown) => reason);

    expect(fault).toBeInstanceOf(WrongStripeKey);
    expect(String(fault)).toBe(
      `WrongStripeKey: The Stripe secret holds a key of ${other} mode, but this deployment's stripeMode is ${mode}.`,
    );
  });
});
