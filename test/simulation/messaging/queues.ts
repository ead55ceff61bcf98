// The queues with their workers, as lib/webhook-stack.ts and lib/notification-stack.ts set them up.

import { receivesPerEvent } from '../../../functions/contracts/messages.ts';
import { queueNames, type Handlers } from '../wiring.ts';
import { connectWorker, type EventSourceTools } from './event-source.ts';
import { createSimulatedQueue, type Message, type SimulatedQueue } from './simulated-queue.ts';

export type Queues = Record<keyof typeof queueNames, SimulatedQueue>;

const visibilityMs = 3 * 60_000;

export function createQueues({ scheduler, chance }: EventSourceTools): Queues {
  const options = { scheduler, chance, visibilityMs };
  const deadLetters = createSimulatedQueue(queueNames.deadLetters, { ...options, redrive: null });
  const lane = { ...options, redrive: { to: deadLetters, maxReceiveCount: receivesPerEvent } };
  return {
    fresh: createSimulatedQueue(queueNames.fresh, lane),
    backlog: createSimulatedQueue(queueNames.backlog, lane),
    deadLetters,
    signups: createSimulatedQueue(queueNames.signups, { ...options, redrive: null }),
    // Nobody would redrive its dead letters before a history's end, so what keeps failing stays and shows there.
    relayAgain: createSimulatedQueue(queueNames.relayAgain, { ...options, redrive: null }),
  };
}

/** @param deleted is told of each message of the webhook's lanes that its worker was done with */
export function connectWorkers(
  tools: EventSourceTools,
  queues: Queues,
  { processWebhook, relayAgain }: Handlers,
  deleted: (message: Message) => void,
): void {
  connectWorker(queues.fresh, { ...tools, maxConcurrency: 5, worker: processWebhook, deleted });
  connectWorker(queues.backlog, { ...tools, maxConcurrency: 2, worker: processWebhook, deleted });
  connectWorker(queues.relayAgain, { ...tools, maxConcurrency: 2, worker: relayAgain });
}
