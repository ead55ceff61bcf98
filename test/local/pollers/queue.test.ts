import {
  ChangeMessageVisibilityCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
  type MessageAttributeValue,
} from '@aws-sdk/client-sqs';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { localClientConfig } from '../../../local/engines/client-config.ts';
import { startMessaging } from '../../../local/engines/messaging.ts';
import { compilePattern } from '../../../local/pollers/filter.ts';
import { startQueuePoller } from '../../../local/pollers/queue.ts';
import type { QueueSource } from '../../../local/template/deployment.ts';
import { freeBasePort } from '../support/ports.ts';
import { scriptedRuntime, type ScriptedRuntime } from '../support/scripted-runtime.ts';
import { tempFolder } from '../support/temp-folder.ts';

interface SqsEvent {
  readonly Records: readonly {
    readonly messageId: string;
    readonly body: string;
    readonly receiptHandle: string;
    readonly attributes: Record<string, string>;
  }[];
}

const arnOf = (name: string) => `arn:aws:sqs:us-east-1:000000000000:${name}`;

async function givenQueue(folder = tempFolder(), port?: number, hiddenForSeconds = 1) {
  const usedPort = port ?? (await freeBasePort());
  const engine = await startMessaging({ port: usedPort, folder, secrets: () => new Map() });
  const urlOf = (name: string) => `${engine.endpoint}/000000000000/${name}`;
  const redrive = JSON.stringify({ deadLetterTargetArn: arnOf('dead'), maxReceiveCount: 2 });
  engine.provide(
    [
      { name: 'dead', url: urlOf('dead'), arn: arnOf('dead'), attributes: {} },
      {
        name: 'work',
        url: urlOf('work'),
        arn: arnOf('work'),
        attributes: { VisibilityTimeout: String(hiddenForSeconds), RedrivePolicy: redrive },
      },
    ],
    [],
  );
  const client = new SQSClient(localClientConfig(engine.endpoint));
  return {
    engine,
    port: usedPort,
    client,
    workUrl: urlOf('work'),
    send: (body: string, attributes?: Record<string, MessageAttributeValue>) =>
      client.send(
        new SendMessageCommand({
          QueueUrl: urlOf('work'),
          MessageBody: body,
          ...(attributes === undefined ? {} : { MessageAttributes: attributes }),
        }),
      ),
    receive: async (name: string) => {
      const command = new ReceiveMessageCommand({
        QueueUrl: urlOf(name),
        MaxNumberOfMessages: 10,
        WaitTimeSeconds: 0,
      });
      return ((await client.send(command)).Messages ?? []).map(({ Body }) => Body);
    },
    poll: (runtime: Pick<ScriptedRuntime, 'invoke'>, source: Partial<QueueSource> = {}) =>
      startQueuePoller({
        source: {
          name: 'source',
          functionName: 'work',
          queueArn: arnOf('work'),
          batchSize: 10,
          windowMs: 0,
          patterns: [],
          reportsItemFailures: true,
          concurrency: 1,
          ...source,
        },
        queueUrl: urlOf('work'),
        endpoint: engine.endpoint,
        runtime,
        onFault: () => undefined,
      }),
  };
}

const bodies = (runtime: ScriptedRuntime) =>
  (runtime.events as SqsEvent[]).map(({ Records }) => Records.map(({ body }) => body));

const anEpoch = expect.stringMatching(/^\d{13}$/) as string;

describe('a queue with a function behind it', () => {
  test('hands messages on in the form of an SQS event, and forgets those that succeed', async () => {
    const { engine, send, receive, poll } = await givenQueue();
    onTestFinished(() => engine.close());
    const runtime = scriptedRuntime(() => null);
    await send('one');
    const poller = poll(runtime);
    onTestFinished(() => poller.stop());
    await vi.waitFor(() => {
      expect(runtime.events).toHaveLength(1);
    });
    expect(runtime.events[0]).toMatchObject({
      Records: [
        {
          body: 'one',
          attributes: {
            ApproximateReceiveCount: '1',
            SentTimestamp: anEpoch,
            ApproximateFirstReceiveTimestamp: anEpoch,
          },
          eventSource: 'aws:sqs',
          eventSourceARN: arnOf('work'),
          awsRegion: 'us-east-1',
        },
      ],
    });
    await poller.stop();
    expect(await receive('work')).toEqual([]);
  });

  test('delivers only the failed messages of a batch again, and moves them to the dead letters in the end', async () => {
    const { engine, send, receive, poll } = await givenQueue();
    onTestFinished(() => engine.close());
    const runtime = scriptedRuntime<SqsEvent>(({ Records }) => ({
      batchItemFailures: Records.filter(({ body }) => body === 'bad').map(({ messageId }) => ({
        itemIdentifier: messageId,
      })),
    }));
    await Promise.all(['good', 'bad', 'fine'].map((body) => send(body)));
    const poller = poll(runtime);
    onTestFinished(() => poller.stop());
    await vi.waitFor(async () => expect(await receive('dead')).toEqual(['bad']), {
      timeout: 10_000,
      interval: 100,
    });
    const delivered = bodies(runtime).flat();
    expect(delivered.filter((body) => body === 'bad')).toHaveLength(2);
    expect(delivered.filter((body) => body === 'good')).toHaveLength(1);
    expect(delivered.filter((body) => body === 'fine')).toHaveLength(1);
  });

  test('hands on what the sender noted about a message', async () => {
    const { engine, send, poll } = await givenQueue();
    onTestFinished(() => engine.close());
    const runtime = scriptedRuntime(() => null);
    await send('one', {
      tries: { DataType: 'Number', StringValue: '3' },
      cause: { DataType: 'String', StringValue: 'busy' },
    });
    const poller = poll(runtime);
    onTestFinished(() => poller.stop());
    await vi.waitFor(() => {
      expect(runtime.events).toHaveLength(1);
    });
    expect(runtime.events[0]).toMatchObject({
      Records: [
        {
          messageAttributes: {
            tries: { dataType: 'Number', stringValue: '3' },
            cause: { dataType: 'String', stringValue: 'busy' },
          },
        },
      ],
    });
  });

  test('delivers a failed message again when the function wants it, not after the time-out of the queue', async () => {
    const { engine, client, workUrl, send, poll } = await givenQueue(tempFolder(), undefined, 600);
    onTestFinished(() => engine.close());
    const receiveCounts: string[] = [];
    const runtime: Pick<ScriptedRuntime, 'invoke'> = {
      invoke: async (_name, event) => {
        const [record] = (event as SqsEvent).Records;
        receiveCounts.push(record?.attributes['ApproximateReceiveCount'] ?? '');
        const sooner = new ChangeMessageVisibilityCommand({
          QueueUrl: workUrl,
          ReceiptHandle: record?.receiptHandle,
          VisibilityTimeout: 1,
        });
        await client.send(sooner);
        return {
          outcome: 'answered',
          payload: { batchItemFailures: [{ itemIdentifier: record?.messageId }] },
        };
      },
    };
    await send('one');
    const poller = poll(runtime);
    onTestFinished(() => poller.stop());
    await vi.waitFor(
      () => {
        expect(receiveCounts).toEqual(['1', '2']);
      },
      { timeout: 10_000 },
    );
  });

  test.each([
    [
      'throws',
      () => {
        throw new Error('no');
      },
    ],
    ['reports an id that was not in the batch', () => ({ batchItemFailures: [{ itemIdentifier: 'other' }] })],
    ['reports in a form that is none', () => ({ batchItemFailures: [{}] })],
  ])('keeps the whole batch when the function %s', async (_name, script) => {
    const { engine, send, poll } = await givenQueue();
    onTestFinished(() => engine.close());
    const runtime = scriptedRuntime(script);
    await send('one');
    const poller = poll(runtime);
    onTestFinished(() => poller.stop());
    await vi.waitFor(() => expect(bodies(runtime)).toEqual([['one'], ['one']]), { timeout: 10_000 });
  });

  test('drops messages that no filter pattern wants', async () => {
    const { engine, send, receive, poll } = await givenQueue();
    onTestFinished(() => engine.close());
    const runtime = scriptedRuntime(() => null);
    await Promise.all(['{"type":"ride"}', '{"type":"walk"}', 'no json'].map((body) => send(body)));
    const poller = poll(runtime, { patterns: [compilePattern('{"body":{"type":["ride"]}}')] });
    onTestFinished(() => poller.stop());
    await vi.waitFor(() => {
      expect(bodies(runtime).flat()).toEqual(['{"type":"ride"}']);
    });
    await poller.stop();
    expect(await receive('work')).toEqual([]);
  });

  test('gives a message that was being worked on when the engine died out again at the next start', async () => {
    const folder = tempFolder();
    const before = await givenQueue(folder);
    await before.send('one');
    expect(await before.receive('work')).toEqual(['one']);
    await before.engine.close();
    const after = await givenQueue(folder, before.port);
    onTestFinished(() => after.engine.close());
    expect(await after.receive('work')).toEqual(['one']);
  });
});
