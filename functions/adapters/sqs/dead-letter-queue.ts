// The dead-letter queue of the webhooks, for those who look at it and put events back.

import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SQSClient,
  type Message,
} from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { readHistory } from '../../contracts/delivery-history.ts';
import { readStripeEventMessage, toStripeEventMessage } from '../../contracts/messages.ts';
import { deadLetterOf } from '../../domain/dead-letter.ts';
import type {
  DeadLetterQueue,
  HeldDeadLetter,
  RedrivableDeadLetterQueue,
} from '../../use-cases/ports/dead-letters.ts';
import { approximateSizeOf } from './queue-size.ts';

/** How long a look hides what it has in hand, should it die: longer than any look of the API lasts. */
const defaultHoldSeconds = 60;

/**
 * Asks all of SQS's servers: a short poll asks a few, and can miss what is there.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-short-and-long-polling.html
 */
const longPollSeconds = 1;

/** The queue behind this URL, to be looked at. */
export function createDeadLetterQueue(
  QueueUrl: string,
  client: SQSClient = new SQSClient({}),
  holdSeconds = defaultHoldSeconds,
): DeadLetterQueue {
  return {
    async receive() {
      const { Messages = [] } = await client.send(
        new ReceiveMessageCommand({
          QueueUrl,
          MaxNumberOfMessages: 10,
          WaitTimeSeconds: longPollSeconds,
          VisibilityTimeout: holdSeconds,
          MessageAttributeNames: ['All'],
          MessageSystemAttributeNames: ['SentTimestamp'],
        }),
      );
      return Messages.map(toHeld);
    },

    async release(letters) {
      if (letters.length === 0) return;
      const Entries = entriesOf(letters).map((entry) => ({ ...entry, VisibilityTimeout: 0 }));
      // One that is refused was handed out anew or is gone: then it isn't ours to release.
      await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries }));
    },

    approximateSize: () => approximateSizeOf(client, QueueUrl),
  };
}

/** The same, whose events can be put on the lane behind the second URL. */
export function createRedrivableDeadLetterQueue(
  queueUrls: { deadLetters: string; backlog: string },
  client: SQSClient = new SQSClient({}),
  holdSeconds = defaultHoldSeconds,
): RedrivableDeadLetterQueue {
  return {
    ...createDeadLetterQueue(queueUrls.deadLetters, client, holdSeconds),

    async moveToBacklog(letters) {
      // Written anew: as it came, a message may be so long that SQS doesn't take ten of them at once.
      const events = letters.flatMap(({ letter: { event, messageId }, receiptHandle }) =>
        event === null
          ? []
          : [{ messageId, receiptHandle, body: JSON.stringify(toStripeEventMessage(event)) }],
      );
      if (events.length === 0) return new Set();
      // Without attributes: the tries of before must not count against it.
      const { Successful = [] } = await client.send(
        new SendMessageBatchCommand({
          QueueUrl: queueUrls.backlog,
          Entries: events.map(({ body }, index) => ({ Id: String(index), MessageBody: body })),
        }),
      );
      const sent = Successful.flatMap(({ Id }) => events[Number(Id)] ?? []);
      if (sent.length > 0) {
        // One that is refused stays, and can be redriven once more: its event has one effect.
        await client.send(
          new DeleteMessageBatchCommand({ QueueUrl: queueUrls.deadLetters, Entries: entriesOf(sent) }),
        );
      }
      return new Set(sent.map(({ messageId }) => messageId));
    },
  };
}

function entriesOf(letters: readonly Pick<HeldDeadLetter, 'receiptHandle'>[]) {
  return letters.map(({ receiptHandle }, index) => ({ Id: String(index), ReceiptHandle: receiptHandle }));
}

const received = z.object({
  MessageId: z.string(),
  ReceiptHandle: z.string(),
  Body: z.string(),
  Attributes: z.object({ SentTimestamp: z.coerce.number().int() }),
  MessageAttributes: z.record(z.string(), z.object({ StringValue: z.string().optional() })).default({}),
});

function toHeld(message: Message): HeldDeadLetter {
  const { MessageId, ReceiptHandle, Body, Attributes, MessageAttributes } = received.parse(message);
  const texts = Object.entries(MessageAttributes).map(
    ([name, { StringValue }]) => [name, StringValue] as const,
  );
  const known = {
    messageId: MessageId,
    event: readStripeEventMessage(Body),
    queuedAtMs: Attributes.SentTimestamp,
  };
  const letter = deadLetterOf(known, readHistory(Object.fromEntries(texts)));
  return { letter, receiptHandle: ReceiptHandle };
}
