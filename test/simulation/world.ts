// One history's world: production code on a simulated table, queues, stream, topic and Stripe, watched by the
// invariants.

import type { Environment } from '../../functions/shared/compose/environment.ts';
import { createApi, type Api } from './api.ts';
import type { Chance } from './chance.ts';
import { createSimulatedTable } from './engine/simulated-table.ts';
import type { StorageCall, StorageFault } from './engine/storage-hooks.ts';
import { drawStorageFault, type Weather } from './faults.ts';
import type { History, Invariant } from './invariant.ts';
import { invariants } from './invariants/all.ts';
import { createInvocations, type Invocations } from './invocations.ts';
import { concernsRelay, createJournal } from './journal.ts';
import { connectWorkers, createQueues } from './messaging/queues.ts';
import { createSimulatedSns } from './messaging/simulated-sns.ts';
import { createSimulatedSqs } from './messaging/simulated-sqs.ts';
import { createStreamPoller } from './messaging/stream-poller.ts';
import { createScheduler, type Ready, type Scheduler, type Step } from './scheduler.ts';
import { createSimulatedStripe } from './stripe/simulated-stripe.ts';
import { createStripePorts } from './stripe/stripe-ports.ts';
import { createWebhookSender } from './stripe/webhook-sender.ts';
import { createHandlers, createParts, type Handlers, type Parts, type Sabotage } from './wiring.ts';

/** When every history begins. */
const startMs = Date.parse('2026-03-01T12:00:00.000Z');

export type World = History & {
  readonly chance: Chance;
  readonly api: Api;
  readonly invocations: Invocations;
  readonly handlers: Handlers;
  readonly parts: Parts;
  readonly weather: () => Weather;
  readonly setWeather: (weather: Weather) => void;
  /** Until it is called, the table answers at once and without faults. */
  readonly begin: () => void;
  readonly watchers: Invariant[];
};

type Options = {
  chance: Chance;
  weather: Weather;
  tenants: readonly string[];
  sabotage: Sabotage;
  watch: ((step: Step) => void) | null;
  /** Says who goes on and who dies, in place of chance. */
  direction?: Direction;
};

export type Direction = { pick: (ready: readonly Ready[]) => number; dies: () => boolean };

export function createWorld(options: Options): World {
  const { chance, weather: first, tenants, sabotage, watch, direction } = options;
  let weather = first;
  let begun = false;
  const current = (): Weather => weather;
  const scheduler = createScheduler({
    chance,
    startMs,
    dies: direction?.dies ?? ((label) => label !== 'starts' && chance.happens(weather.death)),
    ...(direction !== undefined && { pick: direction.pick }),
    watch,
  });
  const invocations = createInvocations(scheduler);
  const tools = { scheduler, invocations, chance, weather: current };

  const queues = createQueues(tools);
  const watchers: Invariant[] = [];
  /** A broken promise ends the history; thrown, it would be taken for a fault of the world. */
  const tell = (inform: (invariant: Invariant) => void): void => {
    try {
      for (const invariant of watchers) inform(invariant);
    } catch (violation) {
      scheduler.fail(violation);
    }
  };

  const table = createSimulatedTable({
    nowMs: scheduler.nowMs,
    before: async (call: StorageCall): Promise<StorageFault> => {
      if (!begun) return 'none';
      await scheduler.park(`${call.command} →`);
      if (chance.happens(weather.slow))
        await scheduler.sleep(chance.below(10_000), `${call.command}, slowly`);
      return drawStorageFault(chance, weather, call);
    },
    after: async (call: StorageCall): Promise<void> => {
      for (const commit of journal.look(call)) tell((invariant) => invariant.committed?.(commit));
      feedStream();
      if (begun) await scheduler.park(`${call.command} ←`);
    },
  });
  const journal = createJournal(scheduler, () => table);

  const stripe = createSimulatedStripe({
    scheduler,
    changed: (life) => tell((invariant) => invariant.stripeChanged?.(life)),
    tell: (sent) => sendWebhook(sent),
  });
  const outside = (sabotage.outside ?? unchanged)({
    documents: table.documents,
    sqs: createSimulatedSqs(tools, Object.values(queues)),
    sns: createSimulatedSns(tools, (one) => tell((invariant) => invariant.published?.(one))),
    stripe: createStripePorts(tools, stripe),
    environment: createEnvironment(scheduler, chance),
  });
  const parts = (sabotage.parts ?? unchanged)(createParts(outside));
  const handlers = (sabotage.handlers ?? unchanged)(createHandlers(parts));

  connectWorkers(tools, queues, handlers, (message) => tell((invariant) => invariant.deleted?.(message)));

  const poller = createStreamPoller({ ...tools, createWorker: handlers.createRelay, wants: concernsRelay });
  let streamed = 0;
  const feedStream = (): void => {
    const records = table.stream.recordsFrom(streamed);
    streamed += records.length;
    poller.add(records);
  };

  const sendWebhook = createWebhookSender({
    ...tools,
    tries: 1 + chance.below(4),
    receive: handlers.receiveWebhook,
    acknowledged: (sent) => tell((invariant) => invariant.acknowledged?.(sent)),
  });

  const api = createApi({
    ...tools,
    journal,
    handlers: () => handlers.api,
    answered: (call) => tell((invariant) => invariant.answered?.(call)),
  });

  const history: History = { scheduler, journal, stripe, table, queues, tenants };
  watchers.push(...invariants.map((make) => make(history)));
  return {
    ...history,
    chance,
    api,
    invocations,
    handlers,
    parts,
    weather: current,
    setWeather: (next) => {
      weather = next;
    },
    begin: () => {
      begun = true;
    },
    watchers,
  };
}

function unchanged<Thing>(thing: Thing): Thing {
  return thing;
}

function createEnvironment(scheduler: Scheduler, chance: Chance): Environment {
  return {
    clock: scheduler,
    randomness: chance,
    pause: (milliseconds) => scheduler.sleep(milliseconds, 'pauses'),
    metrics: { count: () => undefined },
    log: { info: () => undefined, fault: () => undefined },
  };
}
