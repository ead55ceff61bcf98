// What SNS answers where applications and tokens are not as they should be.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPushApplications } from '../../../functions/adapters/sns/push-applications.ts';
import { createPushEndpoints } from '../../../functions/adapters/sns/push-endpoints.ts';
import { createPushSender } from '../../../functions/adapters/sns/push-sender.ts';
import { aPush } from '../contracts/push-service.ts';
import { snsFault, snsResult, startStubSns, type StubSns } from '../support/stub-sns.ts';

const apns = 'arn:aws:sns:us-east-1:000000000000:app/APNS/RideGate-test';
const endpoint = (id: string) => `arn:aws:sns:us-east-1:000000000000:endpoint/APNS/RideGate-test/${id}`;

let sns: StubSns;
beforeEach(async () => {
  sns = await startStubSns();
});
afterEach(() => sns.close());

const made = (id: string) =>
  snsResult('CreatePlatformEndpoint', `<EndpointArn>${endpoint(id)}</EndpointArn>`);
const enabled = (token: string) =>
  snsResult(
    'GetEndpointAttributes',
    `<Attributes><entry><key>Enabled</key><value>true</value></entry><entry><key>Token</key><value>${token}</value></entry></Attributes>`,
  );
const actions = () => sns.requests.map(({ Action }) => Action);

describe('registering a token', () => {
  it('makes its endpoint, and looks whether it takes pushes', async () => {
    sns.answer('CreatePlatformEndpoint', made('1'));
    sns.answer('GetEndpointAttributes', enabled('c0ffee'));

    expect(await createPushEndpoints({ apns }, sns.client).register('apns', 'c0ffee')).toBe(endpoint('1'));
    expect(actions()).toEqual(['CreatePlatformEndpoint', 'GetEndpointAttributes']);
    expect(sns.requests[0]).toMatchObject({ PlatformApplicationArn: apns, Token: 'c0ffee' });
  });

  it('gives an endpoint the token back that an app has changed', async () => {
    sns.answer('CreatePlatformEndpoint', made('1'));
    sns.answer('GetEndpointAttributes', enabled('old'));

    await createPushEndpoints({ apns }, sns.client).register('apns', 'c0ffee');

    expect(sns.requests.at(-1)).toMatchObject({
      Action: 'SetEndpointAttributes',
      'Attributes.entry.1.key': 'Enabled',
      'Attributes.entry.1.value': 'true',
      'Attributes.entry.2.key': 'Token',
      'Attributes.entry.2.value': 'c0ffee',
    });
  });

  it('makes the endpoint again where somebody deleted it in between', async () => {
    sns.answer('CreatePlatformEndpoint', made('1'), made('2'));
    sns.answer('GetEndpointAttributes', snsFault('NotFound'));

    expect(await createPushEndpoints({ apns }, sns.client).register('apns', 'c0ffee')).toBe(endpoint('2'));
  });

  it('refuses a token that the push service won’t have', async () => {
    const reason =
      'Invalid parameter: Token Reason: iOS device tokens must be no more than 400 hexadecimal characters';
    sns.answer('CreatePlatformEndpoint', snsFault('InvalidParameter', reason));

    await expect(createPushEndpoints({ apns }, sns.client).register('apns', 'no hex')).rejects.toMatchObject({
      name: 'InvalidInput',
      faults: [{ path: 'token' }],
    });
  });

  it.each([
    ['another parameter is wrong', snsFault('InvalidParameter', 'Invalid parameter: PlatformApplicationArn')],
    ['the application is gone', snsFault('NotFound', 'PlatformApplication does not exist')],
    ['its credentials are refused', snsFault('PlatformApplicationDisabled')],
    ['SNS throttles', snsFault('Throttled')],
  ])('fails where %s', async (_, fault) => {
    sns.answer('CreatePlatformEndpoint', fault);

    const registered = createPushEndpoints({ apns }, sns.client).register('apns', 'c0ffee');

    await expect(registered).rejects.not.toMatchObject({ name: 'InvalidInput' });
  });
});

describe('a push', () => {
  const push = (id = '1') => createPushSender({ apns }, sns.client).push(endpoint(id), aPush());

  it('is an alert that replaces its own repetition, for production and sandbox alike', async () => {
    sns.answer('Publish', snsResult('Publish', '<MessageId>1</MessageId>'));
    const notification = aPush();

    await createPushSender({ apns }, sns.client).push(endpoint('1'), notification);

    expect(sns.requests[0]).toMatchObject({
      TargetArn: endpoint('1'),
      MessageStructure: 'json',
      'MessageAttributes.entry.1.Name': 'AWS.SNS.MOBILE.APNS.PUSH_TYPE',
      'MessageAttributes.entry.1.Value.StringValue': 'alert',
      'MessageAttributes.entry.2.Name': 'AWS.SNS.MOBILE.APNS.COLLAPSE_ID',
      'MessageAttributes.entry.2.Value.StringValue': notification.id,
    });
    const message = JSON.parse(sns.requests[0]?.['Message'] ?? '') as Record<string, string>;
    expect(Object.keys(message).toSorted()).toEqual(['APNS', 'APNS_SANDBOX', 'GCM', 'default']);
    expect(message['APNS_SANDBOX']).toBe(message['APNS']);
  });

  it.each([
    ['EndpointDisabled', 'Endpoint is disabled'],
    ['NotFound', 'Endpoint does not exist'],
    [
      'InvalidParameter',
      'Invalid parameter: TargetArn Reason: No endpoint found for the target arn specified',
    ],
  ])('whose endpoint is gone says so: %s', async (code, message) => {
    sns.answer('Publish', snsFault(code, message));

    expect(await push()).toBe('gone');
  });

  it.each([
    ['InvalidParameter', 'Invalid parameter: Message too long'],
    ['PlatformApplicationDisabled', 'Platform application is disabled'],
    ['Throttled', 'Rate exceeded'],
    ['AuthorizationError', 'not authorized to perform: SNS:Publish'],
  ])('that SNS refuses for another reason is thrown: %s', async (code, message) => {
    sns.answer('Publish', snsFault(code, message));

    await expect(push()).rejects.toThrow(message);
  });
});

describe('an application', () => {
  const fcm = 'arn:aws:sns:us-east-1:000000000000:app/GCM/RideGate-test';
  const key = {
    platform: 'apns',
    signingKey: 'PRIVATE KEY',
    keyId: 'KEY1',
    teamId: 'TEAM1',
    bundleId: 'com.x',
  } as const;

  it('that exists gets its credentials anew', async () => {
    await createPushApplications(sns.client).provide(apns, key);

    expect(sns.requests).toMatchObject([
      {
        Action: 'SetPlatformApplicationAttributes',
        PlatformApplicationArn: apns,
        'Attributes.entry.1.key': 'PlatformPrincipal',
        'Attributes.entry.1.value': 'KEY1',
        'Attributes.entry.2.key': 'PlatformCredential',
        'Attributes.entry.2.value': 'PRIVATE KEY',
        'Attributes.entry.3.key': 'ApplePlatformTeamID',
        'Attributes.entry.3.value': 'TEAM1',
        'Attributes.entry.4.key': 'ApplePlatformBundleID',
        'Attributes.entry.4.value': 'com.x',
      },
    ]);
  });

  it('that does not exist is made under the name in its ARN', async () => {
    sns.answer('SetPlatformApplicationAttributes', snsFault('NotFound'));

    await createPushApplications(sns.client).provide(fcm, { platform: 'fcm', serviceAccountJson: '{}' });

    expect(sns.requests.at(-1)).toMatchObject({
      Action: 'CreatePlatformApplication',
      Name: 'RideGate-test',
      Platform: 'GCM',
      'Attributes.entry.1.key': 'PlatformCredential',
      'Attributes.entry.1.value': '{}',
    });
  });

  it('whose credentials SNS refuses is not made', async () => {
    sns.answer(
      'SetPlatformApplicationAttributes',
      snsFault('InvalidParameter', 'Invalid parameter: Attributes'),
    );

    await expect(createPushApplications(sns.client).provide(apns, key)).rejects.toThrow('Attributes');
    expect(actions()).toEqual(['SetPlatformApplicationAttributes']);
  });

  it('is taken away', async () => {
    await createPushApplications(sns.client).remove(apns);

    expect(sns.requests).toMatchObject([
      { Action: 'DeletePlatformApplication', PlatformApplicationArn: apns },
    ]);
  });
});
