// The signals queue's worker: finds out, moments after a signup, what its number and address tell.

import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { fromSignupMessage, signupMessage } from './contracts/messages.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeSignalSources } from './shared/compose/signals.ts';
import { composeStorage } from './shared/compose/storage.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import { collectSignals } from './use-cases/collect-signals.ts';

type Deps = Parameters<typeof collectSignals>[0] & { log: Log };

export function createComputeSignals({ log, ...deps }: Deps) {
  const compute = async ({ body, messageId }: SQSRecord): Promise<void> => {
    try {
      await collectSignals(deps, fromSignupMessage(signupMessage.parse(JSON.parse(body))));
      log.info('signals', { requestId: messageId });
    } catch (fault) {
      log.fault('signals', fault, { requestId: messageId });
      throw fault;
    }
  };
  return (batch: SQSEvent): Promise<SQSBatchResponse> =>
    processPartialResponse(batch, compute, new BatchProcessor(EventType.SQS), {
      throwOnFullBatchFailure: false,
    });
}

export const handler = lazily(() => {
  const environment = composeEnvironment();
  return createComputeSignals({
    ...composeStorage(),
    ...environment,
    ...composeSignalSources(environment.metrics),
  });
});
