// The table stream's worker: each notification that was saved with its change goes to the topic and to the
// customer's devices, at least once.

import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { Notification } from './domain/notification.ts';
import { composeDevices, composePushSender } from './shared/compose/devices.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeOutboxRelay } from './shared/compose/messaging.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import { deliverNotification } from './use-cases/deliver-notification.ts';

type Deps = Parameters<typeof deliverNotification>[0] & {
  /** Reads the notification from a record's new image. */
  readImage: (image: unknown) => Notification;
  log: Log;
};

export function createRelayOutbox({ readImage, log, ...deps }: Deps) {
  const relay = async (record: DynamoDBRecord): Promise<void> => {
    try {
      const notification = readImage(record.dynamodb?.NewImage);
      await deliverNotification(deps, notification);
      log.info('push', { notificationId: notification.id });
    } catch (fault) {
      log.fault('push', fault, { eventId: record.eventID ?? 'unknown' });
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
