// Lambda's event source of a queue: takes batches, runs the worker, and deletes what it didn't hand back.

import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { Chance } from '../chance.ts';
import type { Weather } from '../faults.ts';
import type { Invocations } from '../invocations.ts';
import type { Scheduler } from '../scheduler.ts';
import type { Message, SimulatedQueue } from './simulated-queue.ts';

const maxBatch = 4;

export type EventSourceTools = {
  scheduler: Scheduler;
  invocations: Invocations;
  chance: Chance;
  weather: () => Weather;
};

type Options = EventSourceTools & {
  maxConcurrency: number;
  worker: (event: SQSEvent) => Promise<SQSBatchResponse>;
  /** A message was deleted because its worker was done with it. */
  deleted?: (message: Message) => void;
};

export function connectWorker(queue: SimulatedQueue, options: Options): void {
  const { scheduler, invocations, chance, weather, maxConcurrency } = options;
  let running = 0;
  let wakesAtMs = Infinity;

  const look = (): void => {
    const nextMs = queue.nextVisibleAtMs();
    if (nextMs === null || running >= maxConcurrency || nextMs >= wakesAtMs) return;
    wakesAtMs = Math.max(nextMs, scheduler.nowMs());
    const dueMs = wakesAtMs;
    scheduler.later(dueMs - scheduler.nowMs(), `${queue.name} is polled`, () => {
      if (wakesAtMs === dueMs) wakesAtMs = Infinity;
      poll();
    });
  };

  const poll = (): void => {
    while (running < maxConcurrency) {
      const batch = queue.receive(1 + chance.below(maxBatch), weather().doubleMessage);
      if (batch.length === 0) break;
      work(batch);
    }
    look();
  };

  const work = (batch: readonly Message[]): void => {
    running += 1;
    invocations.start(
      `worker of ${queue.name}`,
      () => options.worker(toEvent(queue.name, batch)),
      (outcome) => {
        running -= 1;
        if (outcome.kind === 'answered') {
          const failed = new Set(
            outcome.answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier),
          );
          for (const message of batch) {
            if (failed.has(message.id)) continue;
            queue.remove(message.receiptHandle);
            options.deleted?.(message);
          }
        }
        look();
      },
    );
  };

  queue.onChange(look);
}

function toEvent(queueName: string, batch: readonly Message[]): SQSEvent {
  return {
    Records: batch.map((message) => ({
      messageId: message.id,
      receiptHandle: message.receiptHandle,
      body: message.body,
      attributes: {
        ApproximateReceiveCount: String(message.receiveCount),
        SentTimestamp: String(message.sentAtMs),
        SenderId: 'AROAEXAMPLE:ridegate',
        ApproximateFirstReceiveTimestamp: String(message.sentAtMs),
      },
      messageAttributes: Object.fromEntries(
        Object.entries(message.attributes).map(([name, { DataType, StringValue }]) => [
          name,
          { dataType: DataType, stringValue: StringValue, stringListValues: [], binaryListValues: [] },
        ]),
      ),
      md5OfBody: '',
      eventSource: 'aws:sqs',
      eventSourceARN: `arn:aws:sqs:us-east-1:000000000000:${queueName}`,
      awsRegion: 'us-east-1',
    })),
  };
}
