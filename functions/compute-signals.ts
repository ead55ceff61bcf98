// The signals queue's worker: finds out, moments after a signup, what its number and address tell.

import { fromSignupMessage, signupMessage } from './contracts/messages.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeSignalSources } from './shared/compose/signals.ts';
import { composeStorage } from './shared/compose/storage.ts';
import { composeVault } from './shared/compose/vault.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import { queueWorker, type QueueHandler } from './shared/queue-worker.ts';
import { collectSignals } from './use-cases/collect-signals.ts';

type Deps = Parameters<typeof collectSignals>[0] & { log: Log };

export function createComputeSignals({ log, ...deps }: Deps): QueueHandler {
  return queueWorker(log, 'signals', async ({ body, messageId }) => {
    await collectSignals(deps, fromSignupMessage(signupMessage.parse(JSON.parse(body))));
    return { requestId: messageId };
  });
}

export const handler = lazily(() => {
  const environment = composeEnvironment();
  return createComputeSignals({
    ...composeStorage(composeVault()),
    ...environment,
    ...composeSignalSources(environment.metrics),
  });
});
