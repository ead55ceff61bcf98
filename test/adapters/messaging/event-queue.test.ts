import { SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEventQueue } from '../../../functions/adapters/sqs/event-queue.ts';
import { localClientConfig } from '../../../local/engines/client-config.ts';
import { anEvent, describeEventQueue } from '../contracts/event-queue.ts';
import { newId } from '../contracts/samples.ts';
import { freePort } from '../support/free-port.ts';
import { startTestMessaging, type TestMessaging } from '../support/messaging.ts';

let engine: TestMessaging;
beforeAll(async () => {
  engine = await startTestMessaging();
});
afterAll(() => engine.close());

describeEventQueue(() => {
  const queue = engine.addQueue(newId('webhooks'));
  return {
    queue: createEventQueue(queue.url, engine.sqs),
    receive: async () => (await engine.receive(queue))?.Body,
  };
});

describe('sending fails, so that Stripe sends the event again,', () => {
  it('where the queue doesn’t exist', async () => {
    const queue = createEventQueue(`${engine.endpoint}/000000000000/nowhere`, engine.sqs);

    await expect(queue.send(anEvent())).rejects.toThrow();
  });

  it('where SQS can’t be reached', async () => {
    const endpoint = `http://127.0.0.1:${await freePort()}`;
    const client = new SQSClient({ ...localClientConfig(endpoint), maxAttempts: 1 });
    const queue = createEventQueue(`${endpoint}/000000000000/webhooks`, client);

    await expect(queue.send(anEvent())).rejects.toThrow();
  });
});

describe('a message on the queue', () => {
  it('holds ids and nothing else', async () => {
    const queue = engine.addQueue(newId('webhooks'));
    const event = anEvent();

    await createEventQueue(queue.url, engine.sqs).send(event);

    const message = await engine.receive(queue);
    expect(message?.MessageAttributes).toBeUndefined();
    expect(JSON.parse(message?.Body ?? 'null')).toEqual({
      event_id: event.eventId,
      type: event.type,
      object_id: event.objectId,
      created: event.created,
      livemode: false,
    });
  });
});
