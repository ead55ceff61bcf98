import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSettings } from '../../local/settings.ts';

describe('the settings of a run', () => {
  test('have defaults for everything', () => {
    expect(readSettings({ RIDEGATE_LOG: '' })).toEqual({
      ports: { gateway: 4000, webhook: 4001, stripe: 4002, tokens: 4003, dynamodb: 4004, messaging: 4005 },
      stateDir: path.resolve('.ridegate'),
      ephemeral: false,
      dynamodbEndpoint: undefined,
      dynoxidePath: undefined,
      stripe: {
        mode: 'simulator',
        apiKey: 'sk_test_ridegate_local',
        restrictedKey: 'rk_test_ridegate_local',
      },
      webhookSecrets: ['whsec_ridegate_local'],
      identityKeys: Buffer.from('ridegate-local-development-key-1').toString('base64'),
      log: false,
      warmUp: true,
      accessTokenSeconds: 1800,
      scheduleScale: 1,
    });
  });

  test('may have several identity keys, while data under an older one is still there', () => {
    const keys = [1, 2].map((byte) => Buffer.alloc(32, byte).toString('base64')).join(', ');

    expect(readSettings({ RIDEGATE_IDENTITY_KEYS: keys }).identityKeys).toBe(keys);
  });

  test('with a Stripe test key leave the simulator out', () => {
    const settings = readSettings({
      STRIPE_SECRET_KEY: 'sk_test_51abc',
      STRIPE_RESTRICTED_KEY: 'rk_test_51abc',
      STRIPE_WEBHOOK_SECRET: 'whsec_old, whsec_new',
    });
    expect(settings.stripe).toEqual({
      mode: 'test-mode',
      apiKey: 'sk_test_51abc',
      restrictedKey: 'rk_test_51abc',
    });
    expect(settings.webhookSecrets).toEqual(['whsec_old', 'whsec_new']);
  });

  test('with a Stripe test key alone have no restricted key', () => {
    expect(readSettings({ STRIPE_SECRET_KEY: 'sk_test_51abc' }).stripe).toEqual({
      mode: 'test-mode',
      apiKey: 'sk_test_51abc',
    });
  });

  test('let the simulator take another restricted key', () => {
    expect(readSettings({ STRIPE_RESTRICTED_KEY: 'rk_test_mine' }).stripe).toMatchObject({
      mode: 'simulator',
      restrictedKey: 'rk_test_mine',
    });
  });

  test.each([
    ['RIDEGATE_PORT', 'four thousand'],
    ['RIDEGATE_PORT', '80'],
    ['RIDEGATE_EPHEMERAL', 'perhaps'],
    ['DYNAMODB_ENDPOINT', 'localhost'],
    ['STRIPE_SECRET_KEY', 'sk_live_51abc'],
    ['STRIPE_WEBHOOK_SECRET', 'secret'],
    ['RIDEGATE_IDENTITY_KEYS', 'c2hvcnQ='],
    ['RIDEGATE_IDENTITY_KEYS', 'not base64, at all'],
  ])('refuse %s=%s by name', (variable, value) => {
    expect(() => readSettings({ [variable]: value })).toThrow(variable);
  });

  test('refuse a key without showing it', () => {
    expect(() => readSettings({ STRIPE_SECRET_KEY: 'sk_live_51abc' })).toThrow(/^(?!.*sk_live_51abc).*$/s);
  });
});
