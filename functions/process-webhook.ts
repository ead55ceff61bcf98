// The worker of both webhook queues: each message is one event; one that fails is put back, or handed on, alone.

import type { SQSRecord } from 'aws-lambda';
import { readStripeEventMessage } from './contracts/messages.ts';
import { classifyFault } from './shared/classify-fault.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeDeliveries } from './shared/compose/messaging.ts';
import { composeWebhookCounting } from './shared/compose/operations.ts';
import { composeRedaction } from './shared/compose/redaction.ts';
import { composeStorage } from './shared/compose/storage.ts';
import { composeStripe, type StripePorts } from './shared/compose/stripe.ts';
import { composeVault } from './shared/compose/vault.ts';
import { lazily } from './shared/lazy.ts';
import type { Log, LogFields } from './shared/log.ts';
import { queueWorker, type QueueHandler } from './shared/queue-worker.ts';
import { readDelivery } from './shared/webhook-delivery.ts';
import { startCountingDeliveries, type DeliveryCounting } from './use-cases/count-deliveries.ts';
import type { Lane, WebhookDeliveries } from './use-cases/ports/messaging.ts';
import type { WebhookCounters } from './use-cases/ports/operations.ts';
import { processDelivery, type DeliveryOutcome } from './use-cases/process-delivery.ts';
import { processStripeEvent, type ProcessEventDeps } from './use-cases/process-stripe-event.ts';

type Deps = Omit<ProcessEventDeps, 'identity' | 'charges'> & {
  stripe: () => Promise<Pick<StripePorts, 'identity' | 'charges'>>;
  deliveries: WebhookDeliveries;
  webhookCounters: Pick<WebhookCounters, 'add'>;
  laneOf: (queueArn: string) => Lane;
  log: Log;
};

export function createProcessWebhook(deps: Deps): QueueHandler {
  return async (batch) => {
    const counting = startCountingDeliveries(deps);
    const answer = await createWorker(deps, counting)(batch);
    // All has had its effect by now, and what couldn't be counted is no reason to do any of it again.
    await counting.save().catch((fault: unknown) => {
      deps.log.fault('events not counted', fault);
    });
    return answer;
  };
}

function createWorker({ stripe, log, laneOf, ...deps }: Deps, counting: DeliveryCounting): QueueHandler {
  const process = async (record: SQSRecord): Promise<DeliveryOutcome> => {
    try {
      return await processDelivery(
        {
          ...deps,
          parse: readStripeEventMessage,
          apply: async (event, found) => processStripeEvent({ ...deps, ...(await stripe()) }, event, found),
          classify: classifyFault,
        },
        readDelivery(record, laneOf),
      );
    } catch (fault) {
      counting.failed();
      throw fault;
    }
  };
  return queueWorker(log, 'event', async (record) => {
    const outcome = await process(record);
    counting.done(outcome);
    const requestId = record.messageId;
    if (outcome.is === 'dead_letter') log.fault('dead letter', outcome.fault, { requestId });
    return { requestId, ...toLogFields(outcome) };
  });
}

function toLogFields(outcome: DeliveryOutcome): LogFields {
  if (outcome.is === 'moved_to_backlog') return { code: outcome.is };
  const { event } = outcome;
  return {
    code: outcome.is === 'dead_letter' ? `dead_letter:${outcome.cause}` : outcome.is,
    ...(event !== null && { eventId: event.eventId, eventType: event.type }),
  };
}

export const handler = lazily(() =>
  createProcessWebhook({
    ...composeStorage(composeVault()),
    ...composeRedaction(),
    ...composeEnvironment(),
    ...composeDeliveries(),
    ...composeWebhookCounting(),
    stripe: composeStripe(),
  }),
);
