import { ChangeMessageVisibilityCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { toHistoryAttributes } from '../../contracts/delivery-history.ts';
import type { DeliveryHistory, Lane, WebhookDeliveries } from '../../use-cases/ports/messaging.ts';

/** URLs of the queues. */
export type WebhookQueues = Record<Lane | 'deadLetters', string>;

/** The lanes of the webhook and their dead letters. */
export function createWebhookDeliveries(
  queues: WebhookQueues,
  client: SQSClient = new SQSClient({}),
): WebhookDeliveries {
  const send = async (queueUrl: string, body: string, history: DeliveryHistory): Promise<void> => {
    await client.send(
      new SendMessageCommand({
        QueueUrl: queueUrl,
        MessageBody: body,
        MessageAttributes: toHistoryAttributes(history),
      }),
    );
  };
  return {
    async retryIn({ lane, receiptHandle }, seconds) {
      await client.send(
        new ChangeMessageVisibilityCommand({
          QueueUrl: queues[lane],
          ReceiptHandle: receiptHandle,
          VisibilityTimeout: seconds,
        }),
      );
    },
    toBacklog: (body, history) => send(queues.backlog, body, history),
    toDeadLetters: (body, history) => send(queues.deadLetters, body, history),
  };
}
