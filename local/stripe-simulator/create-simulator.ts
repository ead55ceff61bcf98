/** Puts the simulator's parts together. */
import * as z from 'zod';
import { openCollections } from './collections.ts';
import { finishCheck } from './identity/checks.ts';
import { randomText } from './ids.ts';
import { resolveOptions, type StripeSimulatorOptions } from './options.ts';
import type { Simulator } from './simulator.ts';
import { createDurableQueue } from './storage/durable-queue.ts';
import { openStore, type Store } from './storage/store.ts';
import { deliver, deliveryLanes } from './webhooks/delivery.ts';

/** Opens the store and wires the parts; nothing runs until the queues are started. */
export function createSimulator(options: StripeSimulatorOptions, publicUrl: () => string): Simulator {
  const resolved = resolveOptions(options);
  const store = openStore(options.dataFile);
  const collections = openCollections(store);
  const stopping = new AbortController();
  const { now } = resolved;

  const simulator: Simulator = {
    options: resolved,
    store,
    collections,
    checks: createDurableQueue({
      store,
      collection: collections.checks,
      now,
      lanes: () => 1,
      handle: (check) => finishCheck(simulator, check),
    }),
    deliveries: createDurableQueue({
      store,
      collection: collections.deliveries,
      now,
      lanes: () => deliveryLanes(simulator),
      handle: (delivery) => deliver(simulator, delivery, stopping.signal),
    }),
    signingKey: signingKeyOf(store),
    stopping: stopping.signal,
    nowMs: now,
    publicUrl,
    async stop() {
      stopping.abort();
      await Promise.all([simulator.checks.stop(), simulator.deliveries.stop()]);
    },
  };
  return simulator;
}

function signingKeyOf(store: Store): string {
  const keys = store.collection('signing_key', z.string());
  const key = keys.get('hosted_page') ?? randomText(40);
  keys.put('hosted_page', key);
  return key;
}
