import { readRelayedRecord } from '../../adapters/dynamodb/relayed-record.ts';
import { createNotificationPublisher } from '../../adapters/sns/notification-publisher.ts';
import { createEventQueue } from '../../adapters/sqs/event-queue.ts';
import { createSignupQueue } from '../../adapters/sqs/signup-queue.ts';
import { parseSettings, queueEnv, signalsQueueEnv, topicEnv } from '../../contracts/env.ts';
import type {
  EventQueue,
  NotificationPublisher,
  RelayedChange,
  SignupQueue,
} from '../../use-cases/ports/messaging.ts';

export function composeEventQueue(): EventQueue {
  return createEventQueue(parseSettings(queueEnv, process.env, 'The environment').WEBHOOK_QUEUE_URL);
}

export function composeOutboxRelay(): {
  publisher: NotificationPublisher;
  signups: SignupQueue;
  readRecord: (record: unknown) => RelayedChange;
} {
  const env = parseSettings(topicEnv.extend(signalsQueueEnv.shape), process.env, 'The environment');
  return {
    publisher: createNotificationPublisher(env.NOTIFICATION_TOPIC_ARN),
    signups: createSignupQueue(env.SIGNALS_QUEUE_URL),
    readRecord: readRelayedRecord,
  };
}
