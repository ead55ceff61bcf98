// The webhook queue's worker: each message is one event; one that fails is put back alone.

import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { fromStripeEventMessage, stripeEventMessage } from './contracts/messages.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeStorage } from './shared/compose/storage.ts';
import { composeStripe, type StripePorts } from './shared/compose/stripe.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import { processStripeEvent, type ProcessEventDeps } from './use-cases/process-stripe-event.ts';

type Deps = Omit<ProcessEventDeps, 'identity' | 'charges'> & {
  stripe: () => Promise<Pick<StripePorts, 'identity' | 'charges'>>;
  log: Log;
};

export function createProcessWebhook({ stripe, log, ...deps }: Deps) {
  const processRecord = async (record: SQSRecord): Promise<void> => {
    try {
      const event = fromStripeEventMessage(stripeEventMessage.parse(JSON.parse(record.body)));
      await processStripeEvent({ ...deps, ...(await stripe()) }, event);
      log.info('event', { eventId: event.eventId, eventType: event.type });
    } catch (fault) {
      log.fault('event', fault, { requestId: record.messageId });
      throw fault;
    }
  };
  return (batch: SQSEvent): Promise<SQSBatchResponse> =>
    processPartialResponse(batch, processRecord, new BatchProcessor(EventType.SQS), {
      throwOnFullBatchFailure: false,
    });
}

export const handler = lazily(() =>
  createProcessWebhook({ ...composeStorage(), ...composeEnvironment(), stripe: composeStripe() }),
);
