import { createEventQueue } from '../../adapters/sqs/event-queue.ts';
import { createWebhookDeliveries } from '../../adapters/sqs/webhook-deliveries.ts';
import { lanesEnv, parseSettings, queueEnv } from '../../contracts/env.ts';
import type { EventQueue, Lane, WebhookDeliveries } from '../../use-cases/ports/messaging.ts';

export function composeEventQueue(): EventQueue {
  return createEventQueue(parseSettings(queueEnv, process.env, 'The environment').WEBHOOK_QUEUE_URL);
}

/** The lanes, and which of them a queue's ARN means. */
export function composeDeliveries(): { deliveries: WebhookDeliveries; laneOf: (queueArn: string) => Lane } {
  const env = parseSettings(lanesEnv, process.env, 'The environment');
  const backlogName = env.BACKLOG_QUEUE_URL.split('/').at(-1);
  return {
    deliveries: createWebhookDeliveries({
      fresh: env.WEBHOOK_QUEUE_URL,
      backlog: env.BACKLOG_QUEUE_URL,
      deadLetters: env.DEAD_LETTER_QUEUE_URL,
    }),
    laneOf: (queueArn) => (queueArn.split(':').at(-1) === backlogName ? 'backlog' : 'fresh'),
  };
}
