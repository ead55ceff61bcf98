// The operations of DynamoDB Streams, over plain HTTP: the SDK's client for them is not needed in production.
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { localCredentials } from '../engines/client-config.ts';
import { region } from '../template/identity.ts';

const record = z.looseObject({
  eventID: z.string().optional(),
  eventName: z.enum(['INSERT', 'MODIFY', 'REMOVE']),
  dynamodb: z.looseObject({
    SequenceNumber: z.string(),
    NewImage: z.unknown().optional(),
    OldImage: z.unknown().optional(),
  }),
});
export type StreamRecord = z.infer<typeof record>;

const listAnswer = z.object({ Streams: z.array(z.object({ StreamArn: z.string() })) });
const describeAnswer = z.object({
  StreamDescription: z.object({ Shards: z.array(z.object({ ShardId: z.string() })) }),
});
const iteratorAnswer = z.object({ ShardIterator: z.string() });
const errorAnswer = z.object({ __type: z.string().default('unknown'), message: z.string().default('') });
const recordsAnswer = z.object({ Records: z.array(record), NextShardIterator: z.string().nullish() });

export interface StreamsClient {
  /** The table's newest stream. */
  streamOf(tableName: string): Promise<string>;
  shardsOf(streamArn: string): Promise<readonly string[]>;
  /** Begins after a record, or at the oldest that is kept. */
  iteratorAfter(streamArn: string, shardId: string, sequenceNumber: string | undefined): Promise<string>;
  /** `next` is undefined at the end of a closed shard. */
  read(
    iterator: string,
    limit: number,
  ): Promise<{ records: readonly StreamRecord[]; next: string | undefined }>;
}

export class StreamsError extends Error {
  override name = 'StreamsError';
  readonly type: string;

  constructor(operation: string, type: string, message: string) {
    super(`${operation}: ${type}: ${message}`);
    this.type = type;
  }
}

const timeoutMs = 10_000;

export function createStreamsClient(endpoint: string): StreamsClient {
  const call = async <Schema extends z.ZodType>(operation: string, input: object, schema: Schema) => {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: headersOf(operation),
      body: JSON.stringify(input),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const answer: unknown = await response.json();
    if (response.ok) return schema.parse(answer);
    const { __type, message } = errorAnswer.parse(answer);
    throw new StreamsError(operation, __type.replace(/^.*#/, ''), message);
  };
  return {
    streamOf: async (tableName) => {
      const { Streams } = await call('ListStreams', { TableName: tableName }, listAnswer);
      const newest = Streams.at(-1);
      if (newest === undefined)
        throw new StreamsError('ListStreams', 'NoStream', `table ${tableName} has none`);
      return newest.StreamArn;
    },
    shardsOf: async (streamArn) => {
      const { StreamDescription } = await call('DescribeStream', { StreamArn: streamArn }, describeAnswer);
      return StreamDescription.Shards.map(({ ShardId }) => ShardId);
    },
    iteratorAfter: async (streamArn, shardId, sequenceNumber) => {
      const start =
        sequenceNumber === undefined
          ? { ShardIteratorType: 'TRIM_HORIZON' }
          : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: sequenceNumber };
      const input = { StreamArn: streamArn, ShardId: shardId, ...start };
      return (await call('GetShardIterator', input, iteratorAnswer)).ShardIterator;
    },
    read: async (iterator, limit) => {
      const answer = await call('GetRecords', { ShardIterator: iterator, Limit: limit }, recordsAnswer);
      return { records: answer.Records, next: answer.NextShardIterator ?? undefined };
    },
  };
}

// Local engines want the form of a signed request, not a true signature.
function headersOf(operation: string): Record<string, string> {
  const date = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const scope = `${localCredentials.accessKeyId}/${date.slice(0, 8)}/${region}/dynamodb/aws4_request`;
  return {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': `DynamoDBStreams_20120810.${operation}`,
    'x-amz-date': date,
    'amz-sdk-invocation-id': randomUUID(),
    authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host;x-amz-date, Signature=local`,
  };
}
