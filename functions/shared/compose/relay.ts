// The ports of relaying what was saved: out of the table, to the topic, riders' phones and the signals queue.

import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { briefCalls } from '../../adapters/brief-calls.ts';
import { createDeviceRepository } from '../../adapters/dynamodb/device-repository.ts';
import { createOutbox, readRelayedRecord } from '../../adapters/dynamodb/relayed-record.ts';
import { createNotificationPublisher } from '../../adapters/sns/notification-publisher.ts';
import { createRelayRetries } from '../../adapters/sqs/relay-retries.ts';
import { createSignupQueue } from '../../adapters/sqs/signup-queue.ts';
import { parseSettings, relayAgainQueueEnv, signalsQueueEnv, topicEnv } from '../../contracts/env.ts';
import type { DeviceRepository, PushSender } from '../../use-cases/ports/devices.ts';
import type { NotificationPublisher, SignupQueue } from '../../use-cases/ports/messaging.ts';
import type { JudgeFault, Outbox, RelayRetries, RelayTask } from '../../use-cases/ports/relay.ts';
import { judgeRelayFault } from '../judge-relay-fault.ts';
import { composePushSender } from './devices.ts';
import { composeTable } from './table.ts';

const relayEnv = topicEnv.extend({
  ...signalsQueueEnv.shape,
  ...relayAgainQueueEnv.shape,
});

export function composeRelay(): {
  devices: DeviceRepository;
  sender: PushSender;
  publisher: NotificationPublisher;
  signups: SignupQueue;
  outbox: Outbox;
  retries: RelayRetries;
  judge: JudgeFault;
  readRecord: (record: unknown) => RelayTask;
} {
  const env = parseSettings(relayEnv, process.env, 'The environment');
  const table = composeTable(DynamoDBDocumentClient.from(new DynamoDBClient(briefCalls)));
  return {
    ...composePushSender(),
    devices: createDeviceRepository(table),
    publisher: createNotificationPublisher(env.NOTIFICATION_TOPIC_ARN),
    signups: createSignupQueue(env.SIGNALS_QUEUE_URL, new SQSClient(briefCalls)),
    outbox: createOutbox(table),
    retries: createRelayRetries(env.RELAY_AGAIN_QUEUE_URL),
    judge: judgeRelayFault,
    readRecord: readRelayedRecord,
  };
}
