// How RideGate fares, on plain maps. Apart from what is stored of customers: nothing is decided by it.

import { InvalidInput } from '../../../functions/domain/faults.ts';
import { addTallies } from '../../../functions/domain/identity-tally.ts';
import type { ReconcilerRun } from '../../../functions/domain/reconciler-run.ts';
import { hasDone, hourOf, type CountedHour } from '../../../functions/domain/webhook-health.ts';
import type {
  ReconcilerRuns,
  WebhookCounters,
  WebhookQueueSizes,
} from '../../../functions/use-cases/ports/operations.ts';
import { createFaults, type FaultSwitch } from './faults.ts';
import { copy } from './storage.ts';

export type InMemoryWebhookCounters = WebhookCounters & FaultSwitch;

export function createInMemoryWebhookCounters(): InMemoryWebhookCounters {
  const { throwIfSet, ...faultSwitch } = createFaults();
  const hours = new Map<number, CountedHour>();
  return {
    add: async (tally, atMs) => {
      throwIfSet();
      const fromMs = hourOf(atMs);
      const before = hours.get(fromMs) ?? { fromMs, tally: {}, lastProcessedAtMs: null };
      hours.set(fromMs, {
        fromMs,
        tally: addTallies(before.tally, tally),
        lastProcessedAtMs: hasDone(tally) ? atMs : before.lastProcessedAtMs,
      });
      return Promise.resolve();
    },
    hours: (fromMs, toMs) =>
      Promise.resolve(
        [...hours.values()].filter((hour) => hour.fromMs >= hourOf(fromMs) && hour.fromMs <= hourOf(toMs)),
      ),
    ...faultSwitch,
  };
}

export type InMemoryReconcilerRuns = ReconcilerRuns & FaultSwitch;

export function createInMemoryReconcilerRuns(): InMemoryReconcilerRuns {
  const { throwIfSet, ...faultSwitch } = createFaults();
  const runs = new Map<string, ReconcilerRun>();
  return {
    save: async (run) => {
      throwIfSet();
      runs.set(positionOf(run), copy(run));
      return Promise.resolve();
    },
    page: async ({ cursor, limit }) => {
      if (cursor !== null && !runs.has(cursor)) {
        throw new InvalidInput([{ path: 'cursor', message: 'is not a cursor of this list' }]);
      }
      const rest = [...runs]
        .filter(([position]) => cursor === null || position < cursor)
        .sort(([left], [right]) => (left < right ? 1 : -1));
      const page = rest.slice(0, limit);
      const nextCursor = rest.length > limit ? (page.at(-1)?.[0] ?? null) : null;
      return Promise.resolve({ runs: copy(page.map(([, run]) => run)), nextCursor });
    },
    ...faultSwitch,
  };
}

function positionOf({ startedAtMs }: ReconcilerRun): string {
  return `after ${new Date(startedAtMs).toISOString()}`;
}

export type InMemoryWebhookQueueSizes = WebhookQueueSizes &
  FaultSwitch & { set: (sizes: Awaited<ReturnType<WebhookQueueSizes['waiting']>>) => void };

export function createInMemoryWebhookQueueSizes(): InMemoryWebhookQueueSizes {
  const { throwIfSet, ...faultSwitch } = createFaults();
  let now = { fresh: 0, backlog: 0, deadLetters: 0 };
  return {
    waiting: async () => {
      throwIfSet();
      return Promise.resolve({ ...now });
    },
    set: (sizes) => {
      now = sizes;
    },
    ...faultSwitch,
  };
}
