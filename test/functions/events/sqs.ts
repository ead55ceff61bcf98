// SQS events as Lambda's poller sends them.
// https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html

import { createHash } from 'node:crypto';
import type { SQSEvent, SQSRecord } from 'aws-lambda';
import { toStripeEventMessage } from '../../../functions/contracts/messages.ts';
import type { StripeEvent } from '../../../functions/domain/stripe-event.ts';
import { nowMs } from '../../support/builders.ts';

/** What differs from a message that has just been queued and is handed out for the first time. */
export type HandedOut = {
  queue?: 'webhooks' | 'backlog';
  sentAtMs?: number;
  /** How often so far, with this time. */
  receiveCount?: number;
  firstReceivedAtMs?: number;
  /** Message attributes by name. */
  notes?: Record<string, string>;
};

/** A batch of messages `msg-1`, `msg-2`, …: events as the receiver queues them, or any text. */
export function sqsEvent(...contents: (StripeEvent | string)[]): SQSEvent {
  return sqsEventOf({}, ...contents);
}

export function sqsEventOf(handedOut: HandedOut, ...contents: (StripeEvent | string)[]): SQSEvent {
  return { Records: contents.map((content, index) => sqsRecord(`msg-${index + 1}`, content, handedOut)) };
}

function sqsRecord(
  messageId: string,
  content: StripeEvent | string,
  {
    queue = 'webhooks',
    sentAtMs = nowMs,
    receiveCount = 1,
    firstReceivedAtMs = sentAtMs + 5,
    notes = {},
  }: HandedOut,
): SQSRecord {
  const body = typeof content === 'string' ? content : JSON.stringify(toStripeEventMessage(content));
  return {
    messageId,
    receiptHandle: `AQEB${messageId}`,
    body,
    attributes: {
      ApproximateReceiveCount: String(receiveCount),
      SentTimestamp: String(sentAtMs),
      SenderId: 'AROAEXAMPLE:ridegate-receive-webhook',
      ApproximateFirstReceiveTimestamp: String(firstReceivedAtMs),
    },
    messageAttributes: Object.fromEntries(
      Object.entries(notes).map(([name, stringValue]) => [
        name,
        { stringValue, dataType: 'String' as const },
      ]),
    ),
    md5OfBody: createHash('md5').update(body).digest('hex'),
    eventSource: 'aws:sqs',
    eventSourceARN: `arn:aws:sqs:us-east-1:000000000000:ridegate-${queue}`,
    awsRegion: 'us-east-1',
  };
}

/** The ids that a worker hands back for another try. */
export function failedIds(answer: { batchItemFailures: { itemIdentifier: string }[] }): string[] {
  return answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
}
