// Lambda's event source of the table's stream: by shard and in order, from where it stopped; a batch that fails is
// repeated from its first failed record, one whose worker died by halves, and what has become too old is passed over.

import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { Chance } from '../chance.ts';
import type { Invocations } from '../invocations.ts';
import type { Scheduler } from '../scheduler.ts';

const shardCount = 2;
const maxBatch = 5;
/** As lib/notification-stack.ts sets it. */
const maxRecordAgeMs = 6 * 60 * 60_000;
const backoffMs = 500;

type Shard = {
  records: DynamoDBRecord[];
  position: number;
  busy: boolean;
  limit: number;
  worker: ReturnType<Options['createWorker']>;
};

type Options = {
  scheduler: Scheduler;
  invocations: Invocations;
  chance: Chance;
  /** A Lambda that stays for its shard until it dies: it may remember things. */
  createWorker: () => (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>;
  /** The event source's filter. */
  wants: (record: DynamoDBRecord) => boolean;
};

/** Answers what is to be called with the records of each commit. */
export function createStreamPoller(options: Options): { add: (records: readonly DynamoDBRecord[]) => void } {
  const { scheduler, invocations, chance } = options;
  const shards: Shard[] = Array.from({ length: shardCount }, () => ({
    records: [],
    position: 0,
    busy: false,
    limit: maxBatch,
    worker: options.createWorker(),
  }));

  const look = (shard: Shard, inMs: number): void => {
    if (shard.busy || shard.position >= shard.records.length) return;
    shard.busy = true;
    scheduler.later(inMs, 'the stream is polled', () => run(shard));
  };

  const run = (shard: Shard): void => {
    const size = Math.max(1, Math.min(shard.limit, 1 + chance.below(maxBatch)));
    const batch = shard.records.slice(shard.position, shard.position + size);
    invocations.start(
      'relay of the stream',
      () => shard.worker({ Records: batch }),
      (outcome) => {
        const failedAt =
          outcome.kind === 'answered' ? firstFailed(batch, outcome.answer) : batch.length === 0 ? null : 0;
        if (outcome.kind === 'lost') shard.worker = options.createWorker();
        shard.busy = false;
        advance(shard, batch, failedAt, outcome.kind !== 'answered');
        look(shard, failedAt === null ? 0 : backoffMs + chance.below(backoffMs));
      },
    );
  };

  const advance = (
    shard: Shard,
    batch: readonly DynamoDBRecord[],
    failedAt: number | null,
    died: boolean,
  ): void => {
    if (failedAt === null) {
      shard.position += batch.length;
      shard.limit = maxBatch;
      return;
    }
    shard.position += failedAt;
    shard.limit = died ? Math.ceil(batch.length / 2) : maxBatch;
    if (ageMs(batch[failedAt], scheduler.nowMs()) > maxRecordAgeMs) shard.position += 1;
  };

  return {
    add: (records) => {
      for (const record of records) {
        if (!options.wants(record)) continue;
        const shard = shards[shardOf(record)];
        if (shard === undefined) continue;
        shard.records.push(record);
        look(shard, chance.below(50));
      }
    },
  };
}

function ageMs(record: DynamoDBRecord | undefined, nowMs: number): number {
  return nowMs - (record?.dynamodb?.ApproximateCreationDateTime ?? 0) * 1000;
}

/** All records of a key are in one shard. */
function shardOf(record: DynamoDBRecord): number {
  const pk = record.dynamodb?.Keys?.['pk']?.S ?? '';
  let sum = 0;
  for (let index = 0; index < pk.length; index += 1) sum = (sum * 31 + pk.charCodeAt(index)) | 0;
  return Math.abs(sum) % shardCount;
}

/** Lambda goes on from the lowest sequence number that was handed back; an empty one means the whole batch. */
function firstFailed(batch: readonly DynamoDBRecord[], answer: DynamoDBBatchResponse): number | null {
  const failed = new Set(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
  if (failed.size === 0) return null;
  const index = batch.findIndex((record) => failed.has(record.dynamodb?.SequenceNumber ?? ''));
  return Math.max(0, index);
}
