// Subscribes a queue of the run's own to the templates' topics, and empties it into the inbox.
import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { localClientConfig } from '../engines/client-config.ts';
import { startLoop, type Poller } from '../pollers/loop.ts';
import { loopback } from '../settings.ts';
import type { Queue, Topic } from '../template/deployment.ts';
import { accountId, region } from '../template/identity.ts';
import type { Inbox } from './inbox.ts';

const name = 'ridegate-local-pushes';

/** The queue that stands for all devices. */
export function pushQueue(messagingPort: number): Queue {
  return {
    name,
    url: `${loopback(messagingPort)}/${accountId}/${name}`,
    arn: `arn:aws:sqs:${region}:${accountId}:${name}`,
    attributes: {},
  };
}

export function subscribed(topics: readonly Topic[], queue: Queue): readonly Topic[] {
  return topics.map((topic) => ({
    ...topic,
    subscriptions: [...topic.subscriptions, { queueArn: queue.arn, attributes: {} }],
  }));
}

/** A message leaves the queue only after it is in the inbox, so a crash in between loses and doubles nothing. */
export function startPushReceiver(
  endpoint: string,
  queue: Queue,
  inbox: Inbox,
  onFault: (reason: string) => void,
): Poller {
  const client = new SQSClient(localClientConfig(endpoint));
  const loop = startLoop(async (signal) => {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({ QueueUrl: queue.url, MaxNumberOfMessages: 10, WaitTimeSeconds: 20 }),
      { abortSignal: signal },
    );
    for (const { Body = '', ReceiptHandle } of Messages) {
      if (!inbox.receive(Body, Date.now())) onFault(`A message on a topic is no push: ${Body.slice(0, 200)}`);
      await client.send(new DeleteMessageCommand({ QueueUrl: queue.url, ReceiptHandle }));
    }
  }, onFault);
  return {
    stop: async () => {
      await loop.stop();
      client.destroy();
    },
  };
}
