// How rough a history is: calm ones show what concurrency alone can break, stormy ones what failures add.

import type { Chance } from './chance.ts';
import type { StorageCall, StorageFault } from './engine/storage-hooks.ts';

/** Probabilities, each for one call or step. */
export type Weather = {
  storage: number;
  stripe: number;
  /** That Stripe doesn't know, for once, a session that it has. */
  unheardOf: number;
  queue: number;
  publish: number;
  /** At each step of an invocation. */
  death: number;
  /** That a delivery of Stripe's doesn't reach us. */
  lostWebhook: number;
  /** That Stripe sends an event once more although it was taken. */
  doubleWebhook: number;
  /** That a queue hands a message out twice. */
  doubleMessage: number;
  /** That a call takes seconds. */
  slow: number;
};

const calm: Weather = {
  storage: 0,
  stripe: 0,
  unheardOf: 0,
  queue: 0,
  publish: 0,
  death: 0,
  lostWebhook: 0,
  doubleWebhook: 0,
  doubleMessage: 0,
  slow: 0,
};

/** A third of the histories is calm but for what is normal; the rest are rough in some ways and not in others. */
export function drawWeather(chance: Chance): Weather {
  const normal = { ...calm, doubleWebhook: 0.1, doubleMessage: 0.05, slow: 0.01 };
  if (chance.happens(0.3)) return normal;
  const rough = (usual: number): number => (chance.happens(0.5) ? usual * (0.3 + 2 * chance.next()) : 0);
  return {
    storage: rough(0.03),
    stripe: rough(0.06),
    unheardOf: rough(0.08),
    queue: rough(0.08),
    publish: rough(0.15),
    death: rough(0.006),
    lostWebhook: rough(0.2),
    doubleWebhook: rough(0.25),
    doubleMessage: rough(0.15),
    slow: rough(0.02),
  };
}

/** What stays when the storm is over: nothing but two-fold delivery, which is never a fault. */
export const afterTheStorm: Weather = { ...calm, doubleMessage: 0.05 };

const faultsOfReads: readonly StorageFault[] = ['throttled', 'failed', 'timed_out', 'partial'];
const faultsOfWrites: readonly StorageFault[] = [
  'throttled',
  'failed',
  'timed_out',
  'timed_out_after',
  'timed_out_after',
  'conflict',
  'repeated',
  'repeated',
];

/** How often a read that doesn't ask for the latest gets an older state: that is no fault, so also in calm. */
const staleReads = 0.3;

export function drawStorageFault(chance: Chance, weather: Weather, { command }: StorageCall): StorageFault {
  const reads = command === 'Get' || command === 'BatchGet' || command === 'Query';
  if (chance.happens(weather.storage)) return chance.pick(reads ? faultsOfReads : faultsOfWrites);
  return reads && chance.happens(staleReads) ? 'stale' : 'none';
}

/** Where a call breaks off: before its effect, or after it. */
export type Break = 'none' | 'before' | 'after';

export function drawBreak(chance: Chance, probability: number): Break {
  if (!chance.happens(probability)) return 'none';
  return chance.happens(0.5) ? 'before' : 'after';
}
