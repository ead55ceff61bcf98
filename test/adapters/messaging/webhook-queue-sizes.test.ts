import { ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWebhookQueueSizes } from '../../../functions/adapters/sqs/webhook-queue-sizes.ts';
import { describeWebhookQueueSizes } from '../contracts/operations.ts';
import { newId } from '../contracts/samples.ts';
import { startTestMessaging, type TestMessaging } from '../support/messaging.ts';

let engine: TestMessaging;
beforeAll(async () => {
  engine = await startTestMessaging();
});
afterAll(() => engine.close());

function openQueues() {
  const urls = {
    fresh: engine.addQueue(newId('fresh')).url,
    backlog: engine.addQueue(newId('backlog')).url,
    deadLetters: engine.addQueue(newId('dead')).url,
  };
  return { urls, sizes: createWebhookQueueSizes(urls, engine.sqs) };
}

const send = (QueueUrl: string, DelaySeconds = 0) =>
  engine.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'an event', DelaySeconds }));

describeWebhookQueueSizes(() => {
  const { urls, sizes } = openQueues();
  return {
    sizes,
    fill: async (wanted) => {
      for (const name of ['fresh', 'backlog', 'deadLetters'] as const) {
        for (let sent = 0; sent < wanted[name]; sent += 1) await send(urls[name]);
      }
    },
  };
});

it('those that are in hand, and those that are held back, are counted too', async () => {
  const { urls, sizes } = openQueues();
  await send(urls.fresh, 60);
  await send(urls.backlog);
  await engine.sqs.send(new ReceiveMessageCommand({ QueueUrl: urls.backlog }));

  expect(await sizes.waiting()).toEqual({ fresh: 1, backlog: 1, deadLetters: 0 });
});
