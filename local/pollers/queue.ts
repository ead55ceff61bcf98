// Lambda's event source mapping for an SQS queue.
// https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html
import {
  DeleteMessageBatchCommand,
  ReceiveMessageCommand,
  SQSClient,
  type Message,
  type MessageAttributeValue,
} from '@aws-sdk/client-sqs';
import { localClientConfig } from '../engines/client-config.ts';
import type { LambdaRuntime } from '../lambda/runtime.ts';
import type { QueueSource } from '../template/deployment.ts';
import { region } from '../template/identity.ts';
import { matchesAny } from './filter.ts';
import { failedItems } from './item-failures.ts';
import { startLoop, type Poller } from './loop.ts';

interface QueuePollerSettings {
  readonly source: QueueSource;
  readonly queueUrl: string;
  readonly endpoint: string;
  readonly runtime: Pick<LambdaRuntime, 'invoke'>;
  readonly onFault: (reason: string) => void;
}

type Received = Message & { readonly MessageId: string; readonly ReceiptHandle: string };

const longPollSeconds = 20;
const receiveLimit = 10;

/** Messages that fail stay in the queue until their visibility time-out is over, as in AWS. */
export function startQueuePoller({
  source,
  queueUrl,
  endpoint,
  runtime,
  onFault,
}: QueuePollerSettings): Poller {
  const client = new SQSClient(localClientConfig(endpoint));

  const receive = async (limit: number, waitSeconds: number, signal: AbortSignal) => {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: queueUrl,
        MaxNumberOfMessages: Math.min(limit, receiveLimit),
        WaitTimeSeconds: waitSeconds,
        MessageSystemAttributeNames: ['All'],
        MessageAttributeNames: ['All'],
      }),
      { abortSignal: signal },
    );
    return Messages.filter(isReceived);
  };
  const remove = async (messages: readonly Received[]) => {
    for (let start = 0; start < messages.length; start += receiveLimit) {
      const Entries = messages
        .slice(start, start + receiveLimit)
        .map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
      await client.send(new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
    }
  };
  const gather = async (signal: AbortSignal) => {
    const batch = await receive(source.batchSize, longPollSeconds, signal);
    const until = Date.now() + source.windowMs;
    while (batch.length > 0 && batch.length < source.batchSize && Date.now() < until && !signal.aborted) {
      const waitSeconds = Math.min(longPollSeconds, Math.ceil((until - Date.now()) / 1000));
      batch.push(...(await receive(source.batchSize - batch.length, waitSeconds, signal).catch(() => [])));
    }
    return batch;
  };
  const round = async (signal: AbortSignal) => {
    const batch = await gather(signal);
    const wanted = batch.filter((message) => matchesAny(source.patterns, filterable(message)));
    await remove(batch.filter((message) => !wanted.includes(message)));
    if (wanted.length === 0) return;
    const event = { Records: wanted.map((message) => toRecord(message, source.queueArn)) };
    const outcome = await runtime.invoke(source.functionName, event);
    const ids = wanted.map(({ MessageId }) => MessageId);
    const failed = failedItems(outcome, ids, source.reportsItemFailures);
    await remove(wanted.filter(({ MessageId }) => !failed.has(MessageId)));
  };

  const loops = Array.from({ length: source.concurrency }, () => startLoop(round, onFault));
  return {
    stop: async () => {
      await Promise.all(loops.map((loop) => loop.stop()));
      client.destroy();
    },
  };
}

function isReceived(message: Message): message is Received {
  return message.MessageId !== undefined && message.ReceiptHandle !== undefined;
}

function toRecord(message: Received, queueArn: string) {
  return {
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: message.Body ?? '',
    attributes: message.Attributes ?? {},
    messageAttributes: Object.fromEntries(
      Object.entries(message.MessageAttributes ?? {}).map(([name, value]) => [name, toAttribute(value)]),
    ),
    md5OfBody: message.MD5OfBody ?? '',
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn,
    awsRegion: region,
  };
}

function toAttribute({ DataType, StringValue, BinaryValue }: MessageAttributeValue) {
  return {
    dataType: DataType,
    stringListValues: [],
    binaryListValues: [],
    ...(StringValue === undefined ? {} : { stringValue: StringValue }),
    ...(BinaryValue === undefined ? {} : { binaryValue: Buffer.from(BinaryValue).toString('base64') }),
  };
}

// Patterns look into a body that is JSON.
function filterable(message: Received): unknown {
  try {
    return { ...message, body: JSON.parse(message.Body ?? '') as unknown };
  } catch {
    return { ...message, body: message.Body };
  }
}
