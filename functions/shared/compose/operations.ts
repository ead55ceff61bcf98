import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { briefCalls } from '../../adapters/brief-calls.ts';
import { createReconcilerRuns } from '../../adapters/dynamodb/reconciler-runs.ts';
import { createWebhookCounters } from '../../adapters/dynamodb/webhook-counters.ts';
import { createWebhookQueueSizes } from '../../adapters/sqs/webhook-queue-sizes.ts';
import { lanesEnv, parseSettings } from '../../contracts/env.ts';
import type { ReconcilerRuns, WebhookCounters, WebhookQueueSizes } from '../../use-cases/ports/operations.ts';
import { composeTable } from './table.ts';

/** For the processor, which mustn't wait long for what nobody's effect depends on. */
export function composeWebhookCounting(): { webhookCounters: WebhookCounters } {
  const once = { ...briefCalls, maxAttempts: 1 };
  return { webhookCounters: createWebhookCounters(composeTable(documentsOf(once))) };
}

export function composeWebhookHealth(): {
  webhookCounters: WebhookCounters;
  webhookQueues: WebhookQueueSizes;
} {
  const env = parseSettings(lanesEnv, process.env, 'The environment');
  return {
    webhookCounters: createWebhookCounters(composeTable()),
    webhookQueues: createWebhookQueueSizes({
      fresh: env.WEBHOOK_QUEUE_URL,
      backlog: env.BACKLOG_QUEUE_URL,
      deadLetters: env.DEAD_LETTER_QUEUE_URL,
    }),
  };
}

/** For the reconciler as well, whose time may be all but over when it saves its run. */
export function composeReconcilerRuns(): { reconcilerRuns: ReconcilerRuns } {
  return { reconcilerRuns: createReconcilerRuns(composeTable(documentsOf(briefCalls))) };
}

function documentsOf(settings: typeof briefCalls): DynamoDBDocumentClient {
  return DynamoDBDocumentClient.from(new DynamoDBClient(settings));
}
