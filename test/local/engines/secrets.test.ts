import {
  GetSecretValueCommand,
  ListSecretsCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { expect, onTestFinished, test } from 'vitest';
import { localClientConfig } from '../../../local/engines/client-config.ts';
import { startMessaging } from '../../../local/engines/messaging.ts';
import { localSecrets } from '../../../local/engines/secrets.ts';
import { portsFrom, type Settings } from '../../../local/settings.ts';
import { planDeployment } from '../../../local/template/plan.ts';
import { readAssembly } from '../../../local/template/read.ts';
import { lambdaResource, writeApp } from '../support/fixture-app.ts';
import { freeBasePort } from '../support/ports.ts';
import { tempFolder } from '../support/temp-folder.ts';

async function givenSecrets(stripe: Settings['stripe'] = bothKeys) {
  const assembly = writeApp(tempFolder(), {
    Data: {
      handlers: { work: 'export const handler = () => 1;' },
      resources: {
        Keys: { Type: 'AWS::SecretsManager::Secret' },
        Signing: { Type: 'AWS::SecretsManager::Secret' },
        Work: lambdaResource('work', {
          STRIPE_SECRET_ARN: { Ref: 'Keys' },
          WEBHOOK_SECRET_ARN: { Ref: 'Signing' },
        }),
      },
    },
  });
  const deployment = planDeployment(readAssembly(assembly), portsFrom(4600));
  const values = localSecrets(deployment, {
    stripe,
    webhookSecrets: ['whsec_a', 'whsec_b'],
  });
  const engine = await startMessaging({
    port: await freeBasePort(),
    folder: tempFolder(),
    secrets: () => values,
  });
  const client = new SecretsManagerClient(localClientConfig(engine.endpoint));
  onTestFinished(async () => {
    client.destroy();
    await engine.close();
  });
  return {
    client,
    read: async (SecretId: string) =>
      JSON.parse((await client.send(new GetSecretValueCommand({ SecretId }))).SecretString ?? '') as unknown,
  };
}

const bothKeys = { mode: 'simulator', apiKey: 'sk_test_a', restrictedKey: 'rk_test_b' } as const;
const arn = (name: string) => `arn:aws:secretsmanager:us-east-1:000000000000:secret:Data-${name}`;

test('a secret has the value of what its reader uses it for', async () => {
  const { read } = await givenSecrets();
  expect(await read(arn('Keys'))).toEqual({ api_key: 'sk_test_a', restricted_key: 'rk_test_b' });
  expect(await read(arn('Signing'))).toEqual({ signing_secrets: ['whsec_a', 'whsec_b'] });
});

test('without a restricted key the functions are given none', async () => {
  const { read } = await givenSecrets({ mode: 'test-mode', apiKey: 'sk_test_a' });
  expect(await read(arn('Keys'))).toEqual({ api_key: 'sk_test_a' });
});

test('a secret that no template has is not found, and no other operation is known', async () => {
  const { client, read } = await givenSecrets();
  await expect(read(arn('Other'))).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  await expect(client.send(new ListSecretsCommand({}))).rejects.toMatchObject({
    name: 'InvalidRequestException',
  });
});
