import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSecretReader } from '../../../functions/adapters/secrets/secret-store.ts';
import { stripeSecret, webhookSecret } from '../../../functions/contracts/env.ts';
import { createFixedClock } from '../../support/in-memory/clock.ts';
import { newId } from '../contracts/samples.ts';
import { startTestMessaging, type TestMessaging } from '../support/messaging.ts';

let engine: TestMessaging;
let client: SecretsManagerClient;
beforeAll(async () => {
  engine = await startTestMessaging();
  client = new SecretsManagerClient(engine.config);
});
afterAll(async () => {
  client.destroy();
  await engine.close();
});

const minuteMs = 60_000;

function withSecret(text: string | undefined) {
  const arn = `arn:aws:secretsmanager:us-east-1:000000000000:secret:${newId('stripe')}`;
  const put = (value: string) => engine.secrets.set(arn, value);
  if (text !== undefined) put(text);
  const clock = createFixedClock();
  return { put, clock, read: createSecretReader(stripeSecret, arn, clock.nowMs, client) };
}

const withKey = (key: string) => JSON.stringify({ api_key: key });

describe('a secret', () => {
  it('is read as what it must be', async () => {
    const { read } = withSecret(JSON.stringify({ api_key: 'sk_1', restricted_key: 'rk_1', comment: 'ours' }));

    expect(await read()).toEqual({ api_key: 'sk_1', restricted_key: 'rk_1' });
  });

  it('is kept for five minutes, then a rotated one is taken up', async () => {
    const { read, put, clock } = withSecret(withKey('sk_old'));
    await read();
    put(withKey('sk_new'));

    clock.advance(5 * minuteMs - 1);
    expect(await read()).toEqual({ api_key: 'sk_old' });

    clock.advance(1);
    expect(await read()).toEqual({ api_key: 'sk_new' });
  });

  it('may hold no signing secrets yet, one, or two during rotation', async () => {
    for (const signing_secrets of [[], ['whsec_1'], ['whsec_1', 'whsec_2']]) {
      const arn = newId('arn');
      engine.secrets.set(arn, JSON.stringify({ signing_secrets }));
      const read = createSecretReader(webhookSecret, arn, Date.now, client);

      expect(await read()).toEqual({ signing_secrets });
    }
  });
});

describe('a secret that isn’t set up', () => {
  it.each([
    ['that doesn’t exist', undefined],
    ['that is empty', '{"api_key": ""}'],
    ['of another shape', '{"key": "sk_live_topsecret"}'],
    ['that is no JSON', 'sk_live_topsecret'],
    ['that is cut off', '{"api_key": "sk_live_topsecret"'],
  ])('%s is an error that quotes nothing of it', async (_, text) => {
    const { read } = withSecret(text);

    const fault: unknown = await read().catch((reason: unknown) => reason);

    expect(fault).toBeInstanceOf(Error);
    expect(String(fault)).not.toContain('topsecret');
    expect(fault instanceof Error ? fault.stack : '').not.toContain('topsecret');
    expect(fault instanceof Error ? fault.cause : 'none').toBeUndefined();
  });

  it('is read as soon as it is', async () => {
    const { read, put } = withSecret(undefined);
    await expect(read()).rejects.toThrow();

    put(withKey('sk_1'));

    expect(await read()).toEqual({ api_key: 'sk_1' });
  });
});
