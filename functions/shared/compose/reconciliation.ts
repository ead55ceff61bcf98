import { createOpenSessionList } from '../../adapters/dynamodb/open-sessions.ts';
import { createReconcilerProgress } from '../../adapters/dynamodb/reconciler-progress.ts';
import { createRequeuedEvents } from '../../adapters/dynamodb/requeued-events.ts';
import type {
  OpenSessionList,
  ReconcilerProgress,
  RequeuedEvents,
} from '../../use-cases/ports/reconciliation.ts';
import { composeTable } from './table.ts';

export function composeReconciliation(): {
  openSessionList: OpenSessionList;
  progress: ReconcilerProgress;
  requeued: RequeuedEvents;
} {
  const table = composeTable();
  return {
    openSessionList: createOpenSessionList(table),
    progress: createReconcilerProgress(table),
    requeued: createRequeuedEvents(table),
  };
}
