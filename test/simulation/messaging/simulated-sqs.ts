// SQS as our adapters call it: the SDK's client, with the queues behind it.

import {
  ChangeMessageVisibilityBatchCommand,
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  type Message as ReceivedMessage,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { callAws, type AwsOptions } from './aws-call.ts';
import type { Attributes, Message, SimulatedQueue } from './simulated-queue.ts';

/** Queues are known by their names in place of URLs. */
export function createSimulatedSqs(options: AwsOptions, queues: readonly SimulatedQueue[]): SQSClient {
  const { chance, weather } = options;
  const find = (url: string | undefined): SimulatedQueue => {
    const queue = queues.find(({ name }) => name === url);
    if (queue === undefined) throw new Error(`no queue ${url ?? ''}`);
    return queue;
  };
  const send = async (command: unknown): Promise<unknown> =>
    callAws(
      options,
      labelOf(command),
      ({ queue }) => queue,
      () =>
        carryOut(command, find, {
          doubled: weather().doubleMessage,
          isRefused: () => chance.happens(weather().queue),
        }),
    );
  return { send } as unknown as SQSClient;
}

function labelOf(command: unknown): string {
  const { input } = command as { input: { QueueUrl?: string } };
  const kind = (command as object).constructor.name.replace('Command', '');
  return `${kind} ${input.QueueUrl ?? ''}`;
}

function carryOut(
  command: unknown,
  find: (url: string | undefined) => SimulatedQueue,
  { doubled, isRefused }: { doubled: number; isRefused: () => boolean },
): unknown {
  if (command instanceof SendMessageCommand) {
    const { QueueUrl, MessageBody = '', MessageAttributes, DelaySeconds } = command.input;
    return { MessageId: find(QueueUrl).send(MessageBody, toAttributes(MessageAttributes), DelaySeconds) };
  }
  if (command instanceof ChangeMessageVisibilityCommand) {
    const { QueueUrl, ReceiptHandle = '', VisibilityTimeout = 0 } = command.input;
    find(QueueUrl).setVisibility(ReceiptHandle, VisibilityTimeout);
    return {};
  }
  if (command instanceof ReceiveMessageCommand) {
    const { QueueUrl, MaxNumberOfMessages = 1, VisibilityTimeout } = command.input;
    const queue = find(QueueUrl);
    const messages = queue.receive(MaxNumberOfMessages, doubled);
    if (VisibilityTimeout !== undefined) {
      for (const { receiptHandle } of messages) queue.setVisibility(receiptHandle, VisibilityTimeout);
    }
    return { Messages: messages.map(toReceived) };
  }
  return carryOutBatch(command, find, isRefused);
}

function carryOutBatch(
  command: unknown,
  find: (url: string | undefined) => SimulatedQueue,
  isRefused: () => boolean,
): unknown {
  if (command instanceof SendMessageBatchCommand) {
    const queue = find(command.input.QueueUrl);
    const entries = command.input.Entries ?? [];
    // SQS may take a part of a batch, which is an answer and no fault.
    const taken = entries.filter(() => !isRefused());
    return {
      Successful: taken.map(({ Id, MessageBody = '', MessageAttributes, DelaySeconds }) => ({
        Id,
        MessageId: queue.send(MessageBody, toAttributes(MessageAttributes), DelaySeconds),
      })),
      Failed: entries.filter((entry) => !taken.includes(entry)).map(({ Id }) => ({ Id })),
    };
  }
  if (command instanceof DeleteMessageBatchCommand) {
    const queue = find(command.input.QueueUrl);
    const entries = command.input.Entries ?? [];
    for (const { ReceiptHandle = '' } of entries) queue.remove(ReceiptHandle);
    return { Successful: entries.map(({ Id }) => ({ Id })), Failed: [] };
  }
  if (command instanceof ChangeMessageVisibilityBatchCommand) {
    const queue = find(command.input.QueueUrl);
    const entries = command.input.Entries ?? [];
    for (const { ReceiptHandle = '', VisibilityTimeout = 0 } of entries) {
      queue.setVisibility(ReceiptHandle, VisibilityTimeout);
    }
    return { Successful: entries.map(({ Id }) => ({ Id })), Failed: [] };
  }
  if (command instanceof GetQueueAttributesCommand) {
    const size = String(find(command.input.QueueUrl).messages().length);
    // Our code asks for the sum alone, so hidden ones are counted with the others.
    return {
      Attributes: {
        ApproximateNumberOfMessages: size,
        ApproximateNumberOfMessagesNotVisible: '0',
        ApproximateNumberOfMessagesDelayed: '0',
      },
    };
  }
  throw new Error(`SQS is not simulated as far as ${labelOf(command)}`);
}

/** As SQS hands a message out. */
function toReceived(message: Message): ReceivedMessage {
  return {
    MessageId: message.id,
    Body: message.body,
    ReceiptHandle: message.receiptHandle,
    MessageAttributes: message.attributes,
    Attributes: {
      SentTimestamp: String(message.sentAtMs),
      ApproximateReceiveCount: String(message.receiveCount),
    },
  };
}

function toAttributes(
  given: Record<string, { DataType?: string | undefined; StringValue?: string | undefined }> | undefined,
): Attributes {
  return Object.fromEntries(
    Object.entries(given ?? {}).map(([name, { DataType = 'String', StringValue = '' }]) => [
      name,
      { DataType, StringValue },
    ]),
  );
}
