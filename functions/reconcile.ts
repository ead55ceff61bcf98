// On schedule, or by an operator's hand: what no webhook told is read back from Stripe, so that it heals on its own.

import { readReconcileInput } from './contracts/reconcile-input.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeEventQueue } from './shared/compose/messaging.ts';
import { composeReconciliation } from './shared/compose/reconciliation.ts';
import { composeStorage } from './shared/compose/storage.ts';
import { composeStripe, type StripePorts } from './shared/compose/stripe.ts';
import { composeVault } from './shared/compose/vault.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import type { ReconcileCounts } from './use-cases/reconcile-counts.ts';
import { reconcile, type ReconcileDeps } from './use-cases/reconcile.ts';

type Deps = Omit<ReconcileDeps, 'identity' | 'undelivered'> & {
  stripe: () => Promise<Pick<StripePorts, 'identity' | 'undelivered'>>;
  log: Log;
};

export function createReconcile({ stripe, log, ...deps }: Deps) {
  return async (event: unknown): Promise<ReconcileCounts> => {
    const { counts, faults } = await reconcile({ ...deps, ...(await stripe()) }, readReconcileInput(event));
    log.info('reconciled', { counts });
    for (const fault of faults) log.fault('reconcile', fault);
    // The run fails aloud, so that its alarm is heard.
    if (faults.length > 0) throw faults[0];
    return counts;
  };
}

export const handler = lazily(() =>
  createReconcile({
    ...composeStorage(composeVault()),
    ...composeEnvironment(),
    ...composeReconciliation(),
    queue: composeEventQueue(),
    stripe: composeStripe(),
  }),
);
