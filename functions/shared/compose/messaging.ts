import { readOutboxImage } from '../../adapters/dynamodb/outbox-item.ts';
import { createNotificationPublisher } from '../../adapters/sns/notification-publisher.ts';
import { createEventQueue } from '../../adapters/sqs/event-queue.ts';
import { parseSettings, queueEnv, topicEnv } from '../../contracts/env.ts';
import type { Notification } from '../../domain/notification.ts';
import type { EventQueue, NotificationPublisher } from '../../use-cases/ports.ts';

export function composeEventQueue(): EventQueue {
  return createEventQueue(parseSettings(queueEnv, process.env, 'The environment').WEBHOOK_QUEUE_URL);
}

export function composeOutboxRelay(): {
  publisher: NotificationPublisher;
  readImage: (image: unknown) => Notification;
} {
  const { NOTIFICATION_TOPIC_ARN } = parseSettings(topicEnv, process.env, 'The environment');
  return { publisher: createNotificationPublisher(NOTIFICATION_TOPIC_ARN), readImage: readOutboxImage };
}
