import { CreatePlatformEndpointCommand, SetEndpointAttributesCommand, SNSClient } from '@aws-sdk/client-sns';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPushEndpoints } from '../../../functions/adapters/sns/push-endpoints.ts';
import { createPushSender } from '../../../functions/adapters/sns/push-sender.ts';
import { localClientConfig } from '../../../local/engines/client-config.ts';
import { aPush, describePushService } from '../contracts/push-service.ts';
import { newId } from '../contracts/samples.ts';
import { freePort } from '../support/free-port.ts';
import { startTestMessaging, type TestMessaging } from '../support/messaging.ts';

let engine: TestMessaging;
let sns: SNSClient;
beforeAll(async () => {
  engine = await startTestMessaging();
  sns = new SNSClient(engine.config);
});
afterAll(async () => {
  sns.destroy();
  await engine.close();
});

function given() {
  const { applications, pushed } = engine;
  return {
    endpoints: createPushEndpoints(applications, sns),
    sender: createPushSender(applications, sns),
    disable: async (EndpointArn: string) => {
      await sns.send(new SetEndpointAttributesCommand({ EndpointArn, Attributes: { Enabled: 'false' } }));
    },
    pushedCount: () => pushed.length,
  };
}

describePushService(given);

/** The payload that reached an endpoint last. */
function lastPayload(endpointArn: string): unknown {
  const last = engine.pushed.findLast((push) => push.endpointArn === endpointArn);
  return JSON.parse(last?.payload ?? 'null');
}

describe('a phone gets', () => {
  it('APNs’ payload with words, deep link and whose it is', async () => {
    const { endpoints, sender } = given();
    const push = aPush('verification_required');
    const arn = await endpoints.register('apns', newId('token'));

    await sender.push(arn, push);

    expect(lastPayload(arn)).toEqual({
      aps: {
        alert: {
          title: 'Identity Verification Required',
          body: 'Please verify your identity to continue using Metro',
        },
        sound: 'default',
        'thread-id': 'identity',
      },
      notification_id: push.id,
      type: 'identity',
      kind: 'verification_required',
      action: 'open_identity_verification',
      subaccount_id: push.subaccountId,
      customer_id: push.customerId,
      deep_link: 'ridegate://identity',
    });
  });

  it('FCM’s HTTP v1 message with data of strings alone, and a tag by which a repetition replaces itself', async () => {
    const { endpoints, sender } = given();
    const push = aPush('verified');
    const arn = await endpoints.register('fcm', newId('token'));

    await sender.push(arn, push);

    expect(lastPayload(arn)).toEqual({
      fcmV1Message: {
        message: {
          notification: {
            title: 'Identity Verified',
            body: "Your identity has been verified. You're all set to ride!",
          },
          data: {
            notification_id: push.id,
            type: 'identity',
            kind: 'verified',
            action: 'open_app',
            subaccount_id: push.subaccountId,
            customer_id: push.customerId,
          },
          android: { priority: 'high', notification: { tag: push.id } },
        },
      },
    });
  });
});

describe('an endpoint', () => {
  it('that somebody made with other attributes is taken over', async () => {
    const { endpoints, sender } = given();
    const Token = newId('token');
    const { EndpointArn } = await sns.send(
      new CreatePlatformEndpointCommand({
        PlatformApplicationArn: engine.applications.apns,
        Token,
        CustomUserData: 'by hand',
        Attributes: { Enabled: 'false' },
      }),
    );

    expect(await endpoints.register('apns', Token)).toBe(EndpointArn);
    expect(await sender.push(EndpointArn ?? '', aPush())).toBe('sent');
  });

  it('of an application that is no longer ours counts as gone, and is not asked', async () => {
    const { endpoints } = given();
    const arn = await endpoints.register('apns', newId('token'));
    const { fcm } = engine.applications;

    expect(await createPushSender({ fcm }, sns).push(arn, aPush())).toBe('gone');
  });

  it('of a platform that is off is a conflict', async () => {
    const { fcm } = engine.applications;

    await expect(createPushEndpoints({ fcm }, sns).register('apns', newId('token'))).rejects.toMatchObject({
      name: 'Conflict',
      code: 'push_not_configured',
    });
  });
});

describe('a fault that may pass', () => {
  it('is thrown, so that the push is tried again', async () => {
    const { endpoints } = given();
    const arn = await endpoints.register('apns', newId('token'));
    const endpoint = `http://127.0.0.1:${await freePort()}`;
    const client = new SNSClient({ ...localClientConfig(endpoint), maxAttempts: 1 });

    await expect(createPushSender(engine.applications, client).push(arn, aPush())).rejects.toThrow();
    client.destroy();
  });
});
