import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { toStripeEventMessage } from '../../contracts/messages.ts';
import type { EventQueue } from '../../use-cases/ports/messaging.ts';

/** The webhook queue. */
export function createEventQueue(queueUrl: string, client: SQSClient = new SQSClient({})): EventQueue {
  return {
    async send(event) {
      const MessageBody = JSON.stringify(toStripeEventMessage(event));
      await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody }));
    },
  };
}
