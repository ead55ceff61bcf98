import { createDeadlineList, createDeadlines } from '../../adapters/dynamodb/deadlines.ts';
import { createReconcilerProgress } from '../../adapters/dynamodb/reconciler-progress.ts';
import type { DeadlineList, Deadlines } from '../../use-cases/ports/deadlines.ts';
import type { ReconcilerProgress } from '../../use-cases/ports/reconciliation.ts';
import { composeTable } from './table.ts';

export function composeDeadlines(): {
  deadlineList: DeadlineList;
  deadlines: Deadlines;
  progress: ReconcilerProgress;
} {
  const table = composeTable();
  return {
    deadlineList: createDeadlineList(table),
    deadlines: createDeadlines(table),
    progress: createReconcilerProgress(table),
  };
}
