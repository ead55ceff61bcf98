// The webhook queue's worker: each message is one event; one that fails is put back alone.

import { fromStripeEventMessage, stripeEventMessage } from './contracts/messages.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeStorage } from './shared/compose/storage.ts';
import { composeStripe, type StripePorts } from './shared/compose/stripe.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import { queueWorker, type QueueHandler } from './shared/queue-worker.ts';
import { processStripeEvent, type ProcessEventDeps } from './use-cases/process-stripe-event.ts';

type Deps = Omit<ProcessEventDeps, 'identity' | 'charges'> & {
  stripe: () => Promise<Pick<StripePorts, 'identity' | 'charges'>>;
  log: Log;
};

export function createProcessWebhook({ stripe, log, ...deps }: Deps): QueueHandler {
  return queueWorker(log, 'event', async ({ body }) => {
    const event = fromStripeEventMessage(stripeEventMessage.parse(JSON.parse(body)));
    await processStripeEvent({ ...deps, ...(await stripe()) }, event);
    return { eventId: event.eventId, eventType: event.type };
  });
}

export const handler = lazily(() =>
  createProcessWebhook({ ...composeStorage(), ...composeEnvironment(), stripe: composeStripe() }),
);
