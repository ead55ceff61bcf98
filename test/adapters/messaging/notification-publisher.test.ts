import { SNSClient } from '@aws-sdk/client-sns';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createNotificationPublisher } from '../../../functions/adapters/sns/notification-publisher.ts';
import { localClientConfig } from '../../../local/engines/client-config.ts';
import { describeNotificationPublisher } from '../contracts/notification-publisher.ts';
import { aPush, newId, newRef } from '../contracts/samples.ts';
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

/** A topic, a queue that gets what is published there, and our publisher. */
function subscribed(attributes: Readonly<Record<string, string>>) {
  const queue = engine.addQueue(newId('pushes'));
  const topicArn = engine.addTopic(newId('topic'), queue, attributes);
  return {
    publisher: createNotificationPublisher(topicArn, sns),
    receive: async () => (await engine.receive(queue))?.Body,
  };
}

describeNotificationPublisher(() => subscribed({ RawMessageDelivery: 'true' }));

const envelope = z.object({
  MessageAttributes: z.record(z.string(), z.object({ Type: z.string(), Value: z.string() })),
});

describe('subscribers', () => {
  it('can tell whose push it is and of which kind without opening it', async () => {
    const { publisher, receive } = subscribed({});
    const push = aPush(newRef());

    await publisher.publish(push);

    const { MessageAttributes } = envelope.parse(JSON.parse((await receive()) ?? 'null'));
    expect(MessageAttributes).toEqual({
      type: { Type: 'String', Value: 'identity' },
      subaccount_id: { Type: 'String', Value: push.subaccountId },
      kind: { Type: 'String', Value: 'verification_required' },
    });
  });

  it('can ask for one subaccount’s pushes alone', async () => {
    const mine = aPush(newRef());
    const { publisher, receive } = subscribed({
      RawMessageDelivery: 'true',
      FilterPolicy: JSON.stringify({ subaccount_id: [mine.subaccountId] }),
    });

    await publisher.publish(aPush(newRef()));
    await publisher.publish(mine);

    expect(await receive()).toContain(mine.id);
  });
});

describe('publishing fails, so that the stream’s record is tried again,', () => {
  it('where the topic doesn’t exist', async () => {
    const publisher = createNotificationPublisher('arn:aws:sns:us-east-1:000000000000:nowhere', sns);

    await expect(publisher.publish(aPush(newRef()))).rejects.toThrow();
  });

  it('where SNS can’t be reached', async () => {
    const endpoint = `http://127.0.0.1:${await freePort()}`;
    const client = new SNSClient({ ...localClientConfig(endpoint), maxAttempts: 1 });
    const publisher = createNotificationPublisher('arn:aws:sns:us-east-1:000000000000:pushes', client);

    await expect(publisher.publish(aPush(newRef()))).rejects.toThrow();
  });
});
