// Delivers one batch of stream records with Lambda's retries, bisection and on-failure destination.
import { randomUUID } from 'node:crypto';
import type { LambdaRuntime } from '../lambda/runtime.ts';
import type { StreamSource } from '../template/deployment.ts';
import { failedItems } from './item-failures.ts';
import { pause } from './loop.ts';
import type { StreamRecord } from './streams-client.ts';

/** Hands a note about records that failed for good to the destination of the mapping. */
export type SendFailure = (destinationArn: string, note: object) => Promise<void>;

interface Delivery {
  readonly source: StreamSource;
  readonly runtime: Pick<LambdaRuntime, 'invoke'>;
  readonly shardId: string;
  readonly batch: readonly StreamRecord[];
  readonly signal: AbortSignal;
  readonly sendFailure: SendFailure;
}

const firstRetryMs = 100;
const longestRetryMs = 10_000;

/** Resolves to false if it was stopped before all records were delivered or given up. */
export async function deliverBatch(delivery: Delivery): Promise<boolean> {
  const { source, runtime, signal } = delivery;
  let batch = delivery.batch;
  for (let tries = 0; batch.length > 0; tries += 1) {
    const outcome = await runtime.invoke(source.functionName, { Records: batch });
    const ids = batch.map(({ dynamodb }) => dynamodb.SequenceNumber);
    const failed = failedItems(outcome, ids, source.reportsItemFailures);
    const firstFailed = ids.findIndex((id) => failed.has(id));
    if (firstFailed < 0) return true;
    // Everything before the first failure is done, everything from it on is delivered again.
    if (firstFailed > 0) tries = -1;
    batch = batch.slice(firstFailed);
    if (source.maxRetries >= 0 && tries >= source.maxRetries)
      return giveUp({ ...delivery, batch }, tries + 1);
    if (source.bisect && batch.length > 1 && outcome.outcome === 'failed')
      return bisect({ ...delivery, batch });
    await pause(Math.min(firstRetryMs * 2 ** Math.max(tries, 0), longestRetryMs), signal);
    if (signal.aborted) return false;
  }
  return true;
}

async function bisect(delivery: Delivery): Promise<boolean> {
  const middle = Math.ceil(delivery.batch.length / 2);
  return (
    (await deliverBatch({ ...delivery, batch: delivery.batch.slice(0, middle) })) &&
    (await deliverBatch({ ...delivery, batch: delivery.batch.slice(middle) }))
  );
}

async function giveUp({ source, shardId, batch, sendFailure }: Delivery, tries: number): Promise<boolean> {
  if (source.onFailureArn !== undefined) {
    await sendFailure(source.onFailureArn, {
      requestContext: {
        requestId: randomUUID(),
        functionArn: source.functionName,
        condition: 'RetryAttemptsExhausted',
        approximateInvokeCount: tries,
      },
      responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
      version: '1.0',
      timestamp: new Date().toISOString(),
      DDBStreamBatchInfo: {
        shardId,
        startSequenceNumber: batch[0]?.dynamodb.SequenceNumber,
        endSequenceNumber: batch.at(-1)?.dynamodb.SequenceNumber,
        batchSize: batch.length,
        streamArn: source.streamArn,
      },
    });
  }
  return true;
}
