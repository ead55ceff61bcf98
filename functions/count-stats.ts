// The table stream's second worker: each new audit entry of a customer is counted for the statistics, once.

import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeStats } from './shared/compose/policy-effects.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import { countStats } from './use-cases/count-stats.ts';
import type { CountedChange } from './use-cases/ports/policy-effects.ts';

type Deps = Parameters<typeof countStats>[0] & {
  /** Reads the change from a record's new image. */
  readImage: (image: unknown) => CountedChange;
  log: Log;
};

export function createCountStats({ readImage, log, ...deps }: Deps) {
  return async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const sequenceOf = new Map<CountedChange, string>();
    const failed: string[] = [];
    for (const { dynamodb, eventID } of Records) {
      const sequence = dynamodb?.SequenceNumber ?? '';
      try {
        sequenceOf.set(readImage(dynamodb?.NewImage), sequence);
      } catch (fault) {
        log.fault('stats', fault, { eventId: eventID ?? 'unknown' });
        failed.push(sequence);
      }
    }
    const { uncounted, faults } = await countStats(deps, [...sequenceOf.keys()]);
    for (const fault of faults) log.fault('stats', fault);
    failed.push(...uncounted.map((change) => sequenceOf.get(change) ?? ''));
    log.info('stats', { count: Records.length - failed.length });
    // Lambda goes on from the earliest of these; what comes again after it has its marker.
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
}

export const handler = lazily(() => createCountStats({ ...composeStats(), ...composeEnvironment() }));
