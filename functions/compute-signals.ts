// The table stream's other worker: finds out, moments after a signup, what its number and address tell.

import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { CustomerRef } from './domain/customer.ts';
import type { SignupDetails } from './domain/signup.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeSignalSources } from './shared/compose/signals.ts';
import { composeStorage } from './shared/compose/storage.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import { collectSignals } from './use-cases/collect-signals.ts';

type Deps = Parameters<typeof collectSignals>[0] & {
  /** Reads a signup from a record's new image. */
  readImage: (image: unknown) => { ref: CustomerRef; signup: SignupDetails };
  log: Log;
};

export function createComputeSignals({ readImage, log, ...deps }: Deps) {
  const compute = async (record: DynamoDBRecord): Promise<void> => {
    try {
      const { ref, signup } = readImage(record.dynamodb?.NewImage);
      await collectSignals(deps, ref, signup);
      log.info('signals', { eventId: record.eventID ?? 'unknown' });
    } catch (fault) {
      log.fault('signals', fault, { eventId: record.eventID ?? 'unknown' });
      throw fault;
    }
  };
  return (batch: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> =>
    processPartialResponse(batch, compute, new BatchProcessor(EventType.DynamoDBStreams), {
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
