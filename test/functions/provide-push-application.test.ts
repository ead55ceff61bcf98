// The custom resource Custom::PushApplication: CloudFormation asks, and is always answered.

import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pushSecretOf } from '../../functions/contracts/push-application.ts';
import { parseSettings } from '../../functions/contracts/env.ts';
import { createProvidePushApplication } from '../../functions/provide-push-application.ts';
import type { PushCredentials } from '../../functions/use-cases/ports/devices.ts';
import { listenOnFreePort } from '../adapters/support/listen.ts';
import { createRecordingLog } from '../support/recording-log.ts';

const apns = 'arn:aws:sns:us-east-1:000000000000:app/APNS/RideGate-prod';
const fcm = 'arn:aws:sns:us-east-1:000000000000:app/GCM/RideGate-prod';
const SecretArn = 'arn:aws:secretsmanager:us-east-1:000000000000:secret:push-AbCdEf';
const secrets: Record<string, unknown> = {
  [apns]: {
    signing_key: '-----BEGIN PRIVATE KEY-----',
    key_id: 'KEY1',
    team_id: 'TEAM1',
    bundle_id: 'com.fleet.rider',
  },
  [fcm]: {
    type: 'service_account',
    project_id: 'fleet',
    private_key_id: 'abc',
    private_key: '-----BEGIN PRIVATE KEY-----',
    client_email: 'push@fleet.example',
  },
};

let cloudFormation: { url: string; close: () => Promise<void> };
let answers: { contentType: string | undefined; body: Record<string, unknown> }[];
let provided: Map<string, PushCredentials>;

beforeEach(async () => {
  answers = [];
  provided = new Map();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
      answers.push({ contentType: request.headers['content-type'], body });
      response.end();
    });
  });
  cloudFormation = await listenOnFreePort(server);
});
afterEach(() => cloudFormation.close());

async function ask(RequestType: string, ApplicationArn: string, secret = secrets[ApplicationArn]) {
  const work = createProvidePushApplication({
    applications: {
      provide: (arn, credentials) => Promise.resolve(void provided.set(arn, credentials)),
      remove: (arn) => Promise.resolve(void provided.delete(arn)),
    },
    readCredentials: ({ ApplicationArn: arn }) =>
      Promise.resolve().then(() => parseSettings(pushSecretOf(arn), secret, 'The secret')),
    log: createRecordingLog(),
  });
  await work({
    RequestType,
    ResponseURL: `${cloudFormation.url}/answer?signature=1`,
    StackId: 'stack-1',
    RequestId: 'request-1',
    ResourceType: 'Custom::PushApplication',
    LogicalResourceId: 'ApnsApplication',
    ResourceProperties: { ServiceToken: 'arn:aws:lambda:…', ApplicationArn, SecretArn },
  });
  return answers.at(-1);
}

describe('CloudFormation is told', () => {
  it.each(['Create', 'Update'])('that an application is there after a %s, under its ARN', async (type) => {
    expect(await ask(type, apns)).toEqual({
      contentType: '',
      body: {
        Status: 'SUCCESS',
        Reason: 'Done',
        PhysicalResourceId: apns,
        StackId: 'stack-1',
        RequestId: 'request-1',
        LogicalResourceId: 'ApnsApplication',
      },
    });
    expect(provided.get(apns)).toMatchObject({ platform: 'apns', keyId: 'KEY1', teamId: 'TEAM1' });
  });

  it('that an application is gone after a Delete, without a look at its secret', async () => {
    await ask('Create', apns);

    expect((await ask('Delete', apns, null))?.body).toMatchObject({ Status: 'SUCCESS' });
    expect(provided.size).toBe(0);
  });

  it('what a secret lacks, and nothing that is in it', async () => {
    const answer = await ask('Create', apns, { signing_key: '-----BEGIN PRIVATE KEY-----', key_id: 'KEY1' });

    expect(answer?.body).toMatchObject({
      Status: 'FAILED',
      Reason: 'The secret is not set up: team_id: invalid_type, bundle_id: invalid_type',
      PhysicalResourceId: apns,
    });
    expect(provided.size).toBe(0);
  });
});

describe('FCM', () => {
  it('gets the whole key file, as Google gave it', async () => {
    await ask('Create', fcm);

    const credentials = provided.get(fcm);
    expect(credentials?.platform).toBe('fcm');
    expect(JSON.parse(credentials?.platform === 'fcm' ? credentials.serviceAccountJson : '')).toEqual(
      secrets[fcm],
    );
  });

  it('does not take APNs’ key', async () => {
    expect((await ask('Create', fcm, secrets[apns]))?.body).toMatchObject({ Status: 'FAILED' });
  });
});
