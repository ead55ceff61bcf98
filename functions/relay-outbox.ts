// The table stream's worker: each push that was saved with its change goes to the topic, at least once.

import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { Notification } from './domain/notification.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeOutboxRelay } from './shared/compose/messaging.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import type { NotificationPublisher } from './use-cases/ports.ts';

type Deps = {
  publisher: NotificationPublisher;
  /** Reads the push from a record's new image. */
  readImage: (image: unknown) => Notification;
  log: Log;
};

export function createRelayOutbox({ publisher, readImage, log }: Deps) {
  const relay = async (record: DynamoDBRecord): Promise<void> => {
    try {
      const notification = readImage(record.dynamodb?.NewImage);
      await publisher.publish(notification);
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

export const handler = lazily(() => createRelayOutbox({ ...composeEnvironment(), ...composeOutboxRelay() }));
