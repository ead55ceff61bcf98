// The table stream's worker: each notification that was saved with its change goes to the topic and to the
// customer's devices, and each signup to the signals queue, at least once.

import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { composeDevices, composePushSender } from './shared/compose/devices.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeOutboxRelay } from './shared/compose/messaging.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import type { RelayedChange } from './use-cases/ports/messaging.ts';
import { relayChange, type RelayDeps } from './use-cases/relay-change.ts';

type Deps = RelayDeps & {
  /** Reads a record's keys and new image. */
  readRecord: (record: unknown) => RelayedChange;
  log: Log;
};

export function createRelayOutbox({ readRecord, log, ...deps }: Deps) {
  const relay = async ({ dynamodb, eventID: eventId = 'unknown' }: DynamoDBRecord): Promise<void> => {
    try {
      const change = readRecord(dynamodb);
      await relayChange(deps, change);
      log.info(
        change.kind,
        change.kind === 'push' ? { notificationId: change.notification.id } : { eventId },
      );
    } catch (fault) {
      log.fault('relay', fault, { eventId });
      throw fault;
    }
  };
  return (batch: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> =>
    processPartialResponse(batch, relay, new BatchProcessor(EventType.DynamoDBStreams), {
      throwOnFullBatchFailure: false,
    });
}

export const handler = lazily(() =>
  createRelayOutbox({
    ...composeEnvironment(),
    ...composeOutboxRelay(),
    ...composeDevices(),
    ...composePushSender(),
  }),
);
