import { createOpenSessionList } from '../../adapters/dynamodb/open-sessions.ts';
import { createReconcilerProgress } from '../../adapters/dynamodb/reconciler-progress.ts';
import { createRequeuedEvents } from '../../adapters/dynamodb/requeued-events.ts';
import { createTable } from '../../adapters/dynamodb/table.ts';
import { parseSettings, tableEnv } from '../../contracts/env.ts';
import type {
  OpenSessionList,
  ReconcilerProgress,
  RequeuedEvents,
} from '../../use-cases/ports/reconciliation.ts';

export function composeReconciliation(): {
  openSessionList: OpenSessionList;
  progress: ReconcilerProgress;
  requeued: RequeuedEvents;
} {
  const table = createTable(parseSettings(tableEnv, process.env, 'The environment').TABLE_NAME);
  return {
    openSessionList: createOpenSessionList(table),
    progress: createReconcilerProgress(table),
    requeued: createRequeuedEvents(table),
  };
}
