// How many events wait in each of the webhook's queues.

import { SQSClient } from '@aws-sdk/client-sqs';
import type { WebhookQueueSizes } from '../../use-cases/ports/operations.ts';
import { approximateSizeOf } from './queue-size.ts';
import type { WebhookQueues } from './webhook-deliveries.ts';

export function createWebhookQueueSizes(
  queues: WebhookQueues,
  client: SQSClient = new SQSClient({}),
): WebhookQueueSizes {
  return {
    async waiting() {
      const [fresh, backlog, deadLetters] = await Promise.all([
        approximateSizeOf(client, queues.fresh),
        approximateSizeOf(client, queues.backlog),
        approximateSizeOf(client, queues.deadLetters),
      ]);
      return { fresh, backlog, deadLetters };
    },
  };
}
