// On schedule, or by an operator's hand: what no webhook told is read back from Stripe, so that it heals on its own.

import { plainCause } from './contracts/delivery-history.ts';
import { readReconcileInput } from './contracts/reconcile-input.ts';
import type { ReconcileCounts, ReconcilerRun } from './domain/reconciler-run.ts';
import { classifyFault } from './shared/classify-fault.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeEventQueue } from './shared/compose/messaging.ts';
import { composeReconcilerRuns } from './shared/compose/operations.ts';
import { composeReconciliation } from './shared/compose/reconciliation.ts';
import { composeStorage } from './shared/compose/storage.ts';
import { composeStripe } from './shared/compose/stripe.ts';
import { composeVault } from './shared/compose/vault.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import type { ReconcilerRuns } from './use-cases/ports/operations.ts';
import { reconcile, type ReconcileDeps } from './use-cases/reconcile.ts';

type Deps = Omit<ReconcileDeps, 'causeOf'> & { reconcilerRuns: Pick<ReconcilerRuns, 'save'>; log: Log };

export function createReconcile({ reconcilerRuns, log, ...deps }: Deps) {
  const keep = async (run: ReconcilerRun): Promise<void> => {
    try {
      await reconcilerRuns.save(run);
    } catch (fault) {
      log.fault('run not saved', fault);
    }
  };
  return async (event: unknown): Promise<ReconcileCounts> => {
    const input = readReconcileInput(event);
    const { run, faults } = await reconcile({ ...deps, causeOf }, input);
    log.info('reconciled', { counts: run.counts });
    for (const fault of faults) log.fault('reconcile', fault);
    await keep(run);
    // The run fails aloud, so that its alarm is heard.
    if (faults.length > 0) throw faults[0];
    return run.counts;
  };
}

function causeOf(fault: unknown): string {
  return plainCause(classifyFault(fault).cause);
}

export const handler = lazily(() =>
  createReconcile({
    ...composeStorage(composeVault()),
    ...composeEnvironment(),
    ...composeReconciliation(),
    ...composeReconcilerRuns(),
    queue: composeEventQueue(),
    stripe: composeStripe(),
  }),
);
