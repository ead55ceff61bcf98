import { ReceiveMessageCommand, SendMessageCommand, type Message } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWebhookDeliveries } from '../../../functions/adapters/sqs/webhook-deliveries.ts';
import { readHistory } from '../../../functions/contracts/delivery-history.ts';
import { describeWebhookDeliveries } from '../contracts/webhook-deliveries.ts';
import { newId } from '../contracts/samples.ts';
import { startTestMessaging, type TestMessaging } from '../support/messaging.ts';

let engine: TestMessaging;
beforeAll(async () => {
  engine = await startTestMessaging();
});
afterAll(() => engine.close());

const hiddenForSeconds = 600;

function makeQueues() {
  return {
    fresh: engine.addQueue(newId('fresh')),
    backlog: engine.addQueue(newId('backlog')),
    deadLetters: engine.addQueue(newId('dead')),
  };
}

async function handOut(queueUrl: string): Promise<Message | undefined> {
  const command = new ReceiveMessageCommand({
    QueueUrl: queueUrl,
    WaitTimeSeconds: 5,
    VisibilityTimeout: hiddenForSeconds,
  });
  return (await engine.sqs.send(command)).Messages?.[0];
}

function historyOf({ MessageAttributes = {} }: Message) {
  return readHistory(
    Object.fromEntries(
      Object.entries(MessageAttributes).map(([name, { StringValue }]) => [name, StringValue]),
    ),
  );
}

describeWebhookDeliveries(() => {
  const queues = makeQueues();
  const deliveries = createWebhookDeliveries(
    { fresh: queues.fresh.url, backlog: queues.backlog.url, deadLetters: queues.deadLetters.url },
    engine.sqs,
  );
  return {
    deliveries,
    handOut: async (lane, body) => {
      const { url } = queues[lane];
      await engine.sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: body }));
      const message = await handOut(url);
      const receiptHandle = message?.ReceiptHandle ?? '';
      return { lane, body, receiptHandle, queuedAtMs: Date.now(), history: readHistory({}) };
    },
    handedOutAgain: async (lane) => (await handOut(queues[lane].url))?.Body,
    receive: async (from) => {
      const message = await engine.receive(queues[from]);
      return message && { body: message.Body ?? '', history: historyOf(message) };
    },
  };
});

describe('handing on fails, so that the message stays where it is,', () => {
  it('where a queue doesn’t exist', async () => {
    const nowhere = `${engine.endpoint}/000000000000/nowhere`;
    const deliveries = createWebhookDeliveries(
      { fresh: nowhere, backlog: nowhere, deadLetters: nowhere },
      engine.sqs,
    );
    const history = readHistory({});

    await expect(deliveries.toBacklog('{}', history)).rejects.toThrow();
    await expect(deliveries.toDeadLetters('{}', history)).rejects.toThrow();
  });
});
