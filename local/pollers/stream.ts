// Lambda's event source mapping for a DynamoDB stream: in order, from where the last start left off.
// https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html
import { isDeepStrictEqual } from 'node:util';
import type { LambdaRuntime } from '../lambda/runtime.ts';
import type { RunDatabase } from '../state/run-database.ts';
import type { StreamSource } from '../template/deployment.ts';
import { region } from '../template/identity.ts';
import { matchesAny } from './filter.ts';
import { pause, startLoop, type Poller } from './loop.ts';
import { deliverBatch, type SendFailure } from './stream-batch.ts';
import { createStreamsClient, StreamsError, type StreamRecord } from './streams-client.ts';

interface StreamPollerSettings {
  readonly source: StreamSource;
  readonly endpoint: string;
  readonly runtime: Pick<LambdaRuntime, 'invoke'>;
  readonly progress: Pick<RunDatabase, 'streamPosition' | 'saveStreamPosition'>;
  readonly sendFailure: SendFailure;
  readonly onFault: (reason: string) => void;
}

interface Cursor {
  readonly streamArn: string;
  readonly shardId: string;
  readonly iterator: string;
}

// Lambda asks four times a second; a person who waits for a push is glad about a little more.
const idleMs = 100;

export function startStreamPoller(settings: StreamPollerSettings): Poller {
  const { source, progress } = settings;
  const streams = createStreamsClient(settings.endpoint);
  let cursor: Cursor | undefined;

  const open = async (): Promise<Cursor | undefined> => {
    const streamArn = await streams.streamOf(source.tableName);
    const shards = await streams.shardsOf(streamArn);
    const position = progress.streamPosition(source.name);
    const known = position !== undefined && shards.includes(position.shardId);
    const shardId = known ? position.shardId : shards[0];
    if (shardId === undefined) return undefined;
    const iterator = await streams.iteratorAfter(
      streamArn,
      shardId,
      known ? position.sequenceNumber : undefined,
    );
    return { streamArn, shardId, iterator };
  };
  const follow = async ({ streamArn, shardId }: Cursor): Promise<Cursor | undefined> => {
    const shards = await streams.shardsOf(streamArn);
    const nextShard = shards[shards.indexOf(shardId) + 1];
    if (nextShard === undefined) return undefined;
    return {
      streamArn,
      shardId: nextShard,
      iterator: await streams.iteratorAfter(streamArn, nextShard, undefined),
    };
  };
  const round = async (signal: AbortSignal) => {
    cursor ??= await open();
    if (cursor === undefined) {
      await pause(idleMs, signal);
      return;
    }
    const { shardId } = cursor;
    try {
      const { records, next } = await streams.read(cursor.iterator, source.batchSize);
      const wanted = records.filter((record) => isChange(record) && matchesAny(source.patterns, record));
      const batch = wanted.map((record) => ({
        ...record,
        awsRegion: region,
        eventSourceARN: source.streamArn,
      }));
      const finished = await deliverBatch({ ...settings, shardId, batch, signal });
      const last = records.at(-1);
      // Stopped in the middle of retries: these records are read again at the next start.
      if (!finished) return;
      if (last !== undefined) {
        progress.saveStreamPosition(source.name, { shardId, sequenceNumber: last.dynamodb.SequenceNumber });
      }
      cursor = next === undefined ? ((await follow(cursor)) ?? cursor) : { ...cursor, iterator: next };
      if (records.length === 0) await pause(idleMs, signal);
    } catch (error) {
      // An iterator expires, a trimmed shard disappears: begin again from the saved position.
      if (error instanceof StreamsError) cursor = undefined;
      throw error;
    }
  };
  return startLoop(round, settings.onFault);
}

// DynamoDB doesn't report a write that changes nothing; the embedded engine does.
function isChange({ eventName, dynamodb }: StreamRecord): boolean {
  return eventName !== 'MODIFY' || !isDeepStrictEqual(dynamodb.NewImage, dynamodb.OldImage);
}
