// Collects what the messages of a batch count for, to be saved at once when the batch is worked through.

import { addTallies, type Tally } from '../domain/identity-tally.ts';
import { hasCounts, tallyOfDelivery, type DeliveryCount } from '../domain/webhook-health.ts';
import type { Clock } from './ports/environment.ts';
import type { WebhookCounters } from './ports/operations.ts';
import type { DeliveryOutcome } from './process-delivery.ts';

export type DeliveryCounting = {
  /** What became of one message. */
  done: (outcome: DeliveryOutcome) => void;
  /** A try failed, and the message stays in its queue. */
  failed: () => void;
  /** Adds up in the hour of now. @throws the counters' fault, which nobody's effect may depend on */
  save: () => Promise<void>;
};

export function startCountingDeliveries(deps: {
  webhookCounters: Pick<WebhookCounters, 'add'>;
  clock: Clock;
}): DeliveryCounting {
  let tally: Tally = {};
  const count = (one: DeliveryCount): void => {
    tally = addTallies(tally, tallyOfDelivery(one, deps.clock.nowMs()));
  };
  return {
    done: (outcome) => {
      count(countOf(outcome));
    },
    failed: () => {
      count({ is: 'failed' });
    },
    save: async () => {
      if (hasCounts(tally)) await deps.webhookCounters.add(tally, deps.clock.nowMs());
    },
  };
}

function countOf(outcome: DeliveryOutcome): DeliveryCount {
  if (outcome.is !== 'processed') return { is: outcome.is };
  if (!outcome.found) return { is: 'dropped' };
  return { is: 'processed', createdMs: outcome.event.created * 1000 };
}
