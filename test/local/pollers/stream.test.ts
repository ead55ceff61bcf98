import path from 'node:path';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { localClientConfig } from '../../../local/engines/client-config.ts';
import { startDynamoDb } from '../../../local/engines/dynamodb.ts';
import { provideTables } from '../../../local/engines/tables.ts';
import { compilePattern } from '../../../local/pollers/filter.ts';
import { startStreamPoller } from '../../../local/pollers/stream.ts';
import { openRunDatabase } from '../../../local/state/run-database.ts';
import type { StreamSource, Table } from '../../../local/template/deployment.ts';
import { freeBasePort } from '../support/ports.ts';
import { scriptedRuntime, type ScriptedRuntime } from '../support/scripted-runtime.ts';
import { tempFolder } from '../support/temp-folder.ts';

interface StreamEvent {
  readonly Records: readonly {
    readonly eventName: string;
    readonly dynamodb: {
      readonly SequenceNumber: string;
      readonly Keys: { readonly pk: { readonly S: string } };
    };
  }[];
}

const table: Table = {
  name: 'rides',
  keySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
  attributes: [{ AttributeName: 'pk', AttributeType: 'S' }],
  indexes: [],
  streamView: 'NEW_AND_OLD_IMAGES',
  ttlAttribute: undefined,
};

async function givenTable(folder = tempFolder()) {
  const port = await freeBasePort();
  const engine = await startDynamoDb({
    port,
    databaseFile: path.join(folder, 'db'),
    onLost: () => undefined,
  });
  await provideTables(engine.endpoint, [table]);
  engine.indexStream();
  const database = openRunDatabase(path.join(folder, 'run'));
  const client = new DynamoDBClient(localClientConfig(engine.endpoint));
  const failures: unknown[] = [];
  return {
    failures,
    put: (pk: string, value = 'x') =>
      client.send(new PutItemCommand({ TableName: 'rides', Item: { pk: { S: pk }, value: { S: value } } })),
    poll: (runtime: ScriptedRuntime, source: Partial<StreamSource> = {}) =>
      startStreamPoller({
        source: {
          name: 'source',
          functionName: 'relay',
          streamArn: 'arn:aws:dynamodb:us-east-1:000000000000:table/rides/stream/local',
          tableName: 'rides',
          batchSize: 10,
          windowMs: 0,
          patterns: [],
          reportsItemFailures: true,
          bisect: false,
          maxRetries: -1,
          onFailureArn: undefined,
          ...source,
        },
        endpoint: engine.endpoint,
        runtime,
        progress: database,
        sendFailure: (destination, note) => {
          failures.push({ destination, note });
          return Promise.resolve();
        },
        onFault: () => undefined,
      }),
    close: async () => {
      database.close();
      client.destroy();
      await engine.close();
    },
  };
}

const keys = (runtime: ScriptedRuntime) =>
  (runtime.events as StreamEvent[]).flatMap(({ Records }) =>
    Records.map(({ dynamodb }) => dynamodb.Keys.pk.S),
  );

describe('a table stream with a function behind it', () => {
  test('delivers changes in order, filtered, and none for a write that changes nothing', async () => {
    const { put, poll, close } = await givenTable();
    onTestFinished(close);
    await put('a');
    await put('a');
    await put('skipped');
    await put('a', 'changed');
    await put('b');
    const runtime = scriptedRuntime(() => null);
    const pattern = compilePattern('{"dynamodb":{"Keys":{"pk":{"S":[{"anything-but":["skipped"]}]}}}}');
    const poller = poll(runtime, { patterns: [pattern] });
    onTestFinished(() => poller.stop());
    await vi.waitFor(() => {
      expect(keys(runtime)).toEqual(['a', 'a', 'b']);
    });
    const names = (runtime.events as StreamEvent[]).flatMap(({ Records }) =>
      Records.map(({ eventName }) => eventName),
    );
    expect(names).toEqual(['INSERT', 'MODIFY', 'INSERT']);
    const [first] = (runtime.events as StreamEvent[]).flatMap(({ Records }) => Records);
    expect(first).toMatchObject({
      eventSource: 'aws:dynamodb',
      awsRegion: 'us-east-1',
      eventSourceARN: expect.stringContaining('table/rides/stream') as string,
    });
  });

  test('goes on after a restart where it was, with nothing lost and nothing repeated', async () => {
    const folder = tempFolder();
    const before = await givenTable(folder);
    await before.put('a');
    const first = scriptedRuntime(() => null);
    const firstPoller = before.poll(first);
    await vi.waitFor(() => {
      expect(keys(first)).toEqual(['a']);
    });
    await firstPoller.stop();
    await before.put('b');
    await before.close();

    const after = await givenTable(folder);
    onTestFinished(after.close);
    await after.put('c');
    const second = scriptedRuntime(() => null);
    const poller = after.poll(second);
    onTestFinished(() => poller.stop());
    await vi.waitFor(() => {
      expect(keys(second)).toEqual(['b', 'c']);
    });
  });

  test('delivers from the first failed record on again', async () => {
    const { put, poll, close } = await givenTable();
    onTestFinished(close);
    for (const key of ['a', 'b', 'c']) await put(key);
    const runtime = scriptedRuntime<StreamEvent>(({ Records }, call) => ({
      batchItemFailures: call === 1 ? [{ itemIdentifier: Records[1]?.dynamodb.SequenceNumber }] : [],
    }));
    const poller = poll(runtime);
    onTestFinished(() => poller.stop());
    await vi.waitFor(() => {
      expect(keys(runtime)).toEqual(['a', 'b', 'c', 'b', 'c']);
    });
  });

  test('halves a batch that fails until the culprit is alone, gives that up and tells where it was', async () => {
    const { put, poll, close, failures } = await givenTable();
    onTestFinished(close);
    for (const key of ['a', 'bad', 'c', 'd']) await put(key);
    const delivered: string[] = [];
    const runtime = scriptedRuntime<StreamEvent>(({ Records }) => {
      const batch = Records.map(({ dynamodb }) => dynamodb.Keys.pk.S);
      if (batch.includes('bad')) throw new Error('bad');
      delivered.push(...batch);
    });
    const poller = poll(runtime, {
      bisect: true,
      maxRetries: 1,
      onFailureArn: 'arn:aws:sqs:us-east-1:000000000000:failures',
    });
    onTestFinished(() => poller.stop());
    await vi.waitFor(() => {
      expect(delivered).toEqual(['a', 'c', 'd']);
    });
    expect(failures).toMatchObject([
      {
        destination: 'arn:aws:sqs:us-east-1:000000000000:failures',
        note: { DDBStreamBatchInfo: { batchSize: 1, startSequenceNumber: '2', endSequenceNumber: '2' } },
      },
    ]);
  });

  test('holds up what comes after a record that is still being retried', async () => {
    const { put, poll, close } = await givenTable();
    onTestFinished(close);
    for (const key of ['a', 'b']) await put(key);
    const runtime = scriptedRuntime((_event, call) => {
      if (call < 3) throw new Error('not yet');
    });
    const poller = poll(runtime, { batchSize: 1 });
    onTestFinished(() => poller.stop());
    await vi.waitFor(() => {
      expect(keys(runtime)).toEqual(['a', 'a', 'a', 'b']);
    });
  });
});
