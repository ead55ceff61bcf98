// The table stream's worker: each notification that was saved with its change goes to the topic and to the
// customer's devices, and each signup to the signals queue, at least once. What can't be delivered goes to a queue
// (relay-again.ts) before it holds up what was saved after it.

import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeRelay } from './shared/compose/relay.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import type { RelayTask } from './use-cases/ports/relay.ts';
import { relayBatch, type RelayBatchDeps, type RelayOutcome } from './use-cases/relay-batch.ts';
import { createRelayProgress } from './use-cases/relay-progress.ts';

type Deps = RelayBatchDeps & {
  /** Reads a record of the stream. */
  readRecord: (record: unknown) => RelayTask;
  log: Log;
};

export function createRelayOutbox({ readRecord, log, ...deps }: Deps) {
  const progress = createRelayProgress();
  return async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const outcomes = await relayBatch(deps, progress, Records.map(readRecord));
    for (const outcome of outcomes) report(log, outcome);
    const left = outcomes.filter(({ result }) => result === 'left');
    // Lambda goes on from the earliest of these.
    return { batchItemFailures: left.map(({ task }) => ({ itemIdentifier: task.sequence })) };
  };
}

function report(log: Log, { task, result, notificationId, faults }: RelayOutcome): void {
  const ids = { eventId: task.eventId, ...(notificationId !== null && { notificationId }) };
  for (const fault of faults) log.fault('relay', fault, ids);
  if (result === 'relayed' || result === 'handed_over') log.info(result, ids);
}

export const handler = lazily(() => createRelayOutbox({ ...composeEnvironment(), ...composeRelay() }));
