import type {
  Delivery,
  DeliveryHistory,
  WebhookDeliveries,
} from '../../../functions/use-cases/ports/messaging.ts';
import { createFaults, type FaultSwitch } from './faults.ts';

type HandedOn = { body: string; history: DeliveryHistory };

export type InMemoryWebhookDeliveries = WebhookDeliveries &
  FaultSwitch & {
    backlog: HandedOn[];
    deadLetters: HandedOn[];
    retries: { delivery: Delivery; seconds: number }[];
  };

export function createInMemoryWebhookDeliveries(): InMemoryWebhookDeliveries {
  const backlog: HandedOn[] = [];
  const deadLetters: HandedOn[] = [];
  const retries: InMemoryWebhookDeliveries['retries'] = [];
  const { throwIfSet, ...faultSwitch } = createFaults();
  // Asynchronous, so that a fault rejects as it does with SQS.
  const keep = async <One>(list: One[], one: One): Promise<void> => {
    throwIfSet();
    list.push(one);
    return Promise.resolve();
  };
  return {
    retryIn: (delivery, seconds) => keep(retries, { delivery, seconds }),
    toBacklog: (body, history) => keep(backlog, { body, history }),
    toDeadLetters: (body, history) => keep(deadLetters, { body, history }),
    ...faultSwitch,
    backlog,
    deadLetters,
    retries,
  };
}
