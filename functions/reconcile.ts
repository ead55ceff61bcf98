// On schedule: events that Stripe could not deliver are brought in, so that a lost webhook heals on its own.

import { composeEnvironment } from './shared/compose/environment.ts';
import { composeEventQueue } from './shared/compose/messaging.ts';
import { composeStorage } from './shared/compose/storage.ts';
import { composeStripe, type StripePorts } from './shared/compose/stripe.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import { requeueUndeliveredEvents } from './use-cases/requeue-undelivered-events.ts';

type Deps = Omit<Parameters<typeof requeueUndeliveredEvents>[0], 'undelivered'> & {
  stripe: () => Promise<Pick<StripePorts, 'undelivered'>>;
  log: Log;
};

export function createReconcile({ stripe, log, ...deps }: Deps) {
  return async (): Promise<{ requeued: number }> => {
    const requeued = await requeueUndeliveredEvents({ ...deps, ...(await stripe()) });
    log.info('reconciled', { count: requeued });
    return { requeued };
  };
}

export const handler = lazily(() =>
  createReconcile({
    ...composeStorage(),
    ...composeEnvironment(),
    queue: composeEventQueue(),
    stripe: composeStripe(),
  }),
);
