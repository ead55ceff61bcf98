import {
  ChangeMessageVisibilityCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRedrivableDeadLetterQueue } from '../../../functions/adapters/sqs/dead-letter-queue.ts';
import { toHistoryAttributes } from '../../../functions/contracts/delivery-history.ts';
import { toStripeEventMessage } from '../../../functions/contracts/messages.ts';
import { describeDeadLetterQueue } from '../contracts/dead-letter-queue.ts';
import { anEvent } from '../contracts/event-queue.ts';
import { newId } from '../contracts/samples.ts';
import { noHistory } from '../../support/in-memory/dead-letters.ts';
import { startTestMessaging, type TestMessaging } from '../support/messaging.ts';

let engine: TestMessaging;
beforeAll(async () => {
  engine = await startTestMessaging();
});
afterAll(() => engine.close());

const aBody = (): string => JSON.stringify(toStripeEventMessage(anEvent()));

function aQueue(holdSeconds?: number) {
  const deadLetters = engine.addQueue(newId('dead'));
  const backlog = engine.addQueue(newId('backlog'));
  const urls = { deadLetters: deadLetters.url, backlog: backlog.url };
  const queue = createRedrivableDeadLetterQueue(urls, engine.sqs, holdSeconds);
  return { queue, deadLetters, backlog, urls };
}

async function send(QueueUrl: string, MessageBody: string, attributes = {}): Promise<void> {
  await engine.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody, MessageAttributes: attributes }));
}

describeDeadLetterQueue(() => {
  const { queue, deadLetters, backlog } = aQueue();
  return {
    queue,
    add: (body, history) => send(deadLetters.url, body, history === null ? {} : toHistoryAttributes(history)),
    receiveFromBacklog: async () => (await engine.receive(backlog))?.Body,
  };
});

describe('a dead letter', () => {
  it('was queued when SQS says it was', async () => {
    const { queue, deadLetters } = aQueue();
    const beforeMs = Date.now();
    await send(deadLetters.url, aBody());

    const [held] = await queue.receive();

    expect(held?.letter.queuedAtMs).toBeGreaterThanOrEqual(beforeMs);
    expect(held?.letter.queuedAtMs).toBeLessThanOrEqual(Date.now());
  });

  it('is readable with attributes that make no sense', async () => {
    const { queue, deadLetters } = aQueue();
    const text = (StringValue: string) => ({ DataType: 'String', StringValue });
    await send(deadLetters.url, aBody(), {
      cause: text('busy'),
      tries: text('many'),
      first_failed_at: text('yesterday'),
      customer_id: text('a#b'),
      picture: { DataType: 'Binary', BinaryValue: Uint8Array.of(1) },
    });

    expect((await queue.receive())[0]?.letter).toMatchObject({
      cause: 'busy',
      firstFailedAtMs: null,
      customer: null,
    });
  });

  it.each(['busy '.repeat(20_000), 'b'.repeat(101), 'busy 😀', '<busy>'])(
    'with a cause that is no code of ours has an unknown one',
    async (cause) => {
      const { queue, deadLetters } = aQueue();
      await send(deadLetters.url, aBody(), { cause: { DataType: 'String', StringValue: cause } });

      expect((await queue.receive())[0]?.letter.cause).toBe('unknown');
    },
  );

  it('can be put there whatever code Stripe refused it with', async () => {
    const { queue, deadLetters } = aQueue();
    const history = { ...noHistory, cause: `stripe_refused:\u0000${'x'.repeat(300_000)}` };

    await send(deadLetters.url, aBody(), toHistoryAttributes(history));

    expect((await queue.receive())[0]?.letter.cause).toBe('unknown');
  });

  it('that SQS moved by itself still tells when it was queued first', async () => {
    const { queue, deadLetters } = aQueue();
    const source = engine.addQueue(newId('fresh'), {
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn: deadLetters.arn, maxReceiveCount: 1 }),
    });
    await send(source.url, aBody());
    const receive = new ReceiveMessageCommand({
      QueueUrl: source.url,
      MessageSystemAttributeNames: ['SentTimestamp'],
    });
    const [first] = (await engine.sqs.send(receive)).Messages ?? [];
    await engine.sqs.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl: source.url,
        ReceiptHandle: first?.ReceiptHandle,
        VisibilityTimeout: 0,
      }),
    );
    await engine.sqs.send(receive);

    const [held] = await queue.receive();

    expect(held?.letter.cause).toBe('worker_stopped');
    expect(String(held?.letter.queuedAtMs)).toBe(first?.Attributes?.SentTimestamp);
  });
});

it('what is in somebody’s hand is hidden from others, and comes back by itself when he is gone', async () => {
  const { queue, deadLetters } = aQueue(1);
  await send(deadLetters.url, aBody());

  const [held] = await queue.receive();
  const again = await queue.receive();

  // It is handed out only after the hold is over, which a long poll of as long waits for, or all but.
  const back = again.length > 0 ? again : await queue.receive();
  expect(back[0]?.letter.messageId).toBe(held?.letter.messageId);
  expect(back[0]?.receiptHandle).not.toBe(held?.receiptHandle);
});

it('nothing is taken off where the lane doesn’t take it', async () => {
  const { deadLetters, urls } = aQueue();
  const nowhere = `${engine.endpoint}/000000000000/nowhere`;
  const queue = createRedrivableDeadLetterQueue({ ...urls, backlog: nowhere }, engine.sqs);
  await send(deadLetters.url, aBody());
  const held = await queue.receive();

  await expect(queue.moveToBacklog(held)).rejects.toThrow();

  await queue.release(held);
  expect(await queue.receive()).toHaveLength(1);
});
