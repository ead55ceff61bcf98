// Pushes to phones are off until a deployment names the secrets with the push services' credentials.
import { describe, expect, it } from 'vitest';
import { allowedActions, deployedFunctions } from './deployed-functions.ts';
import { synthesize, templateOf } from './synthesized.ts';

const secretArn = (name: string) => `arn:aws:secretsmanager:eu-central-1:123456789012:secret:${name}-AbCdEf`;
const apnsSecretArn = secretArn('apns');
const fcmSecretArn = secretArn('fcm');
const both = synthesize({ apnsSecretArn, fcmSecretArn });
const off = synthesize();
const functions = deployedFunctions(both);

/** ARNs as text, with the template's intrinsics in braces. */
const text = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll(/\{"Ref":"AWS::(\w+)"\}/g, '{$1}')
    .replaceAll(/\{"Fn::Join":\["",\[(.*?)\]\]\}/g, (_, parts: string) => parts.replaceAll(/[",]/g, ''))
    .replaceAll('"', '');

const snsStatements = (name: string) =>
  (functions.get(name)?.statements ?? [])
    .filter(({ Action }) => Action.some((action) => action.startsWith('sns:')))
    .map(({ Action, Resource }) => ({
      actions: Action.map((action) => action.slice('sns:'.length)).toSorted(),
      on: Resource.map(text).filter((arn) => arn.startsWith('arn:')),
    }));

const arn = (rest: string) => `arn:{Partition}:sns:{Region}:{AccountId}:${rest}`;

describe('given no secrets', () => {
  it('there is no application, and nothing that could make one', () => {
    const notification = templateOf(off, 'Notification');
    notification.resourceCountIs('Custom::PushApplication', 0);
    expect(deployedFunctions(off).has('provide-push-application')).toBe(false);
  });

  it.each(['register-device', 'remove-device'])('%s knows of none, and has no right to any', (name) => {
    const fn = deployedFunctions(off).get(name);
    expect(Object.keys(fn?.environment ?? {})).not.toContain('APNS_APPLICATION_ARN');
    expect(allowedActions(fn, 'sns')).toEqual([]);
  });
});

describe('given both secrets', () => {
  it('each platform gets an application of its own', () => {
    const resources = Object.values(
      templateOf(both, 'Notification').findResources('Custom::PushApplication'),
    );
    const properties = resources.map(({ Properties }) => Properties as Record<string, unknown>);
    expect(
      properties.map(({ ApplicationArn, SecretArn }) => ({
        ApplicationArn: text(ApplicationArn),
        SecretArn,
      })),
    ).toEqual([
      { ApplicationArn: arn('app/APNS/RideGate-prod'), SecretArn: apnsSecretArn },
      { ApplicationArn: arn('app/GCM/RideGate-prod'), SecretArn: fcmSecretArn },
    ]);
  });

  it.each(['register-device', 'remove-device', 'relay-outbox'])('%s is told of them', (name) => {
    const { APNS_APPLICATION_ARN, FCM_APPLICATION_ARN } = functions.get(name)?.environment ?? {};
    expect([text(APNS_APPLICATION_ARN), text(FCM_APPLICATION_ARN)]).toEqual([
      arn('app/APNS/RideGate-prod'),
      arn('app/GCM/RideGate-prod'),
    ]);
  });

  it('nobody else is told of them', () => {
    const told = [...functions].filter(([, { environment }]) => 'FCM_APPLICATION_ARN' in environment);
    expect(told.map(([name]) => name).toSorted()).toEqual([
      'register-device',
      'relay-again',
      'relay-outbox',
      'remove-device',
    ]);
  });

  it('registering may make and mend endpoints of these applications alone', () => {
    const actions = [
      'CreatePlatformEndpoint',
      'DeleteEndpoint',
      'GetEndpointAttributes',
      'SetEndpointAttributes',
    ];
    expect(snsStatements('register-device')).toEqual([
      {
        actions,
        on: [
          arn('app/APNS/RideGate-prod'),
          arn('app/GCM/RideGate-prod'),
          arn('endpoint/APNS/RideGate-prod/*'),
          arn('endpoint/GCM/RideGate-prod/*'),
        ],
      },
    ]);
  });

  it('removing may delete their endpoints', () => {
    expect(snsStatements('remove-device')).toEqual([
      {
        actions: ['DeleteEndpoint'],
        on: [arn('endpoint/APNS/RideGate-prod/*'), arn('endpoint/GCM/RideGate-prod/*')],
      },
    ]);
  });

  it('the relay may publish to them beside its topic', () => {
    expect(snsStatements('relay-outbox').map(({ actions }) => actions)).toEqual([['Publish']]);
    expect(snsStatements('relay-outbox').flatMap(({ on }) => on)).toEqual([
      arn('endpoint/APNS/RideGate-prod/*'),
      arn('endpoint/GCM/RideGate-prod/*'),
    ]);
  });

  it('only the function behind the applications may read the secrets, and make applications', () => {
    const fn = functions.get('provide-push-application');
    expect(allowedActions(fn, 'secretsmanager')).toEqual(['GetSecretValue']);
    expect(JSON.stringify(fn?.statements)).toContain(apnsSecretArn);
    const others = [...functions].filter(([name]) => name !== 'provide-push-application');
    expect(JSON.stringify(others)).not.toContain(apnsSecretArn);
    expect(snsStatements('provide-push-application')).toEqual([
      {
        actions: [
          'CreatePlatformApplication',
          'DeletePlatformApplication',
          'SetPlatformApplicationAttributes',
        ],
        on: [arn('app/APNS/RideGate-prod'), arn('app/GCM/RideGate-prod')],
      },
    ]);
  });
});

describe('given a stage for apps that were not released', () => {
  it('APNs’ sandbox takes the place of APNs', () => {
    const sandbox = synthesize({ apnsSecretArn, apnsEnvironment: 'sandbox', stage: 'dev' });
    const [resource] = Object.values(
      templateOf(sandbox, 'Notification').findResources('Custom::PushApplication'),
    );
    expect(text(resource)).toContain(arn('app/APNS_SANDBOX/RideGate-dev'));
  });
});
