// SQS, SNS and Secrets Manager as the embedded run has them, on a free port and in a folder of their own.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient, type Message } from '@aws-sdk/client-sqs';
import { localClientConfig } from '../../../local/engines/client-config.ts';
import { startMessaging } from '../../../local/engines/messaging.ts';
import type { Queue, Topic } from '../../../local/template/deployment.ts';
import { freePort } from './free-port.ts';

export type TestMessaging = {
  endpoint: string;
  config: ReturnType<typeof localClientConfig>;
  sqs: SQSClient;
  /** Secret texts by ARN; a test may change them. */
  secrets: Map<string, string>;
  addQueue: (name: string, attributes?: Readonly<Record<string, string>>) => Queue;
  /** A topic whose messages go to a queue, raw or in SNS's envelope. */
  addTopic: (name: string, queue: Queue, attributes: Readonly<Record<string, string>>) => string;
  /** The applications at the push services. */
  applications: { apns: string; fcm: string };
  /** What was pushed to endpoints, in order. */
  pushed: { endpointArn: string; payload: string }[];
  /** Takes one message off a queue, undefined where there is none. */
  receive: (queue: Queue) => Promise<Message | undefined>;
  close: () => Promise<void>;
};

export async function startTestMessaging(): Promise<TestMessaging> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ridegate-messaging-'));
  const secrets = new Map<string, string>();
  const engine = await startMessaging({ port: await freePort(), folder, secrets: () => secrets });
  const { endpoint } = engine;
  const config = localClientConfig(endpoint);
  const sqs = new SQSClient(config);
  const arn = (service: string, name: string) => `arn:aws:${service}:us-east-1:000000000000:${name}`;
  const applications = {
    apns: arn('sns', 'app/APNS/RideGate-test'),
    fcm: arn('sns', 'app/GCM/RideGate-test'),
  };
  const pushed: TestMessaging['pushed'] = [];
  engine.providePushes(Object.values(applications), (endpointArn, payload) => {
    pushed.push({ endpointArn, payload });
  });
  return {
    applications,
    pushed,
    endpoint,
    config,
    sqs,
    secrets,
    addQueue: (name, attributes = {}) => {
      const url = `${endpoint}/000000000000/${name}`;
      const queue = { name, url, arn: arn('sqs', name), attributes };
      engine.provide([queue], []);
      return queue;
    },
    addTopic: (name, queue, attributes) => {
      const topic: Topic = {
        name,
        arn: arn('sns', name),
        subscriptions: [{ queueArn: queue.arn, attributes }],
      };
      engine.provide([], [topic]);
      return topic.arn;
    },
    receive: async ({ url }) => {
      const command = new ReceiveMessageCommand({
        QueueUrl: url,
        MessageAttributeNames: ['All'],
        WaitTimeSeconds: 1,
      });
      const [message] = (await sqs.send(command)).Messages ?? [];
      if (message === undefined) return undefined;
      await sqs.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: message.ReceiptHandle }));
      return message;
    },
    close: async () => {
      sqs.destroy();
      await engine.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
