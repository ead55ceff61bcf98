// What Stripe could not deliver comes in by our queue: the newest in each run, older ones in turn.

import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { StripeUnavailable } from '../../functions/domain/faults.ts';
import type { ReconcileCounts } from '../../functions/domain/reconciler-run.ts';
import {
  requeueUndeliveredEvents,
  sweepBounds,
  type SweepBounds,
} from '../../functions/use-cases/requeue-undelivered-events.ts';
import { aStripeEvent, dayMs, nowMs } from '../support/builders.ts';
import { createWorld, type World } from '../support/in-memory/world.ts';

let world: World;

beforeEach(() => {
  world = createWorld({ nowMs });
});

/** Oldest first: `evt_1`, `evt_2`, … */
function lose(count: number): void {
  for (let number = 1; number <= count; number += 1) {
    world.undelivered.add(aStripeEvent({ eventId: `evt_${number}` }));
  }
}

async function run(
  bounds: Partial<SweepBounds> = {},
  replaced: Partial<World> = {},
): Promise<Partial<ReconcileCounts>> {
  const counts: Partial<ReconcileCounts> = {};
  await requeueUndeliveredEvents(
    { ...world, ...replaced },
    (name, by = 1) => {
      if (by > 0) counts[name] = (counts[name] ?? 0) + by;
    },
    { ...sweepBounds, ...bounds },
  );
  return counts;
}

const queued = () => world.queue.sent.map(({ eventId }) => eventId);
const small = { pageSize: 2, newestPages: 1, maxPages: 3 };

describe('an event that Stripe could not deliver', () => {
  it('is queued, and counted', async () => {
    lose(2);

    expect(await run()).toEqual({ eventsRead: 2, eventsRequeued: 2 });
    expect(queued().toSorted()).toEqual(['evt_1', 'evt_2']);
    expect(world.metrics.counted('UndeliveredEventsRequeued')).toBe(2);
  });

  it('is left alone where it came in by another way', async () => {
    lose(1);
    await world.customers.markEventProcessed('evt_1', nowMs);

    expect(await run()).toEqual({ eventsRead: 1 });
    expect(queued()).toEqual([]);
  });

  it('is queued once a day, while it waits in the backlog or lies among the dead letters', async () => {
    lose(1);
    await run();
    await run();
    expect(queued()).toEqual(['evt_1']);

    world.clock.advance(dayMs);
    await run();
    expect(queued()).toEqual(['evt_1', 'evt_1']);
  });

  it('is queued by the next run where the queue failed', async () => {
    lose(1);
    world.queue.failNext(new Error('no queue'));
    await expect(run()).rejects.toThrow('no queue');

    await run();

    expect(queued()).toEqual(['evt_1']);
  });

  it('that nobody can read is counted, and the others are queued', async () => {
    lose(2);
    world.undelivered.addMalformed();

    expect(await run(small)).toEqual({ eventsRead: 2, eventsMalformed: 1, eventsRequeued: 2 });
    expect(world.metrics.counted('MalformedStripeEvent')).toBe(1);
  });
});

describe('a long list', () => {
  it('is read in parts: the newest in each run, the others from where the last one stopped', async () => {
    lose(12);

    await run(small);
    expect(queued()).toEqual(['evt_12', 'evt_11', 'evt_10', 'evt_9', 'evt_8', 'evt_7']);
    world.undelivered.add(aStripeEvent({ eventId: 'evt_new' }));
    await run(small);
    expect(queued().slice(6)).toEqual(['evt_new', 'evt_6', 'evt_5', 'evt_4', 'evt_3']);
    await run(small);
    expect(queued().slice(11)).toEqual(['evt_2', 'evt_1']);
  });

  it('is begun anew once it was read', async () => {
    lose(6);
    await run(small);

    expect(await world.progress.load('undelivered_events')).toBeNull();
    expect((await run(small)).eventsRead).toBe(6);
  });

  it('is begun anew where Stripe forgot the event at which a run stopped', async () => {
    lose(12);
    await run(small);
    world.undelivered.forget('evt_7');
    for (let more = 0; more < 4; more += 1) await run(small);

    expect(queued()).toEqual(expect.arrayContaining(['evt_6', 'evt_1']));
  });

  it('that got short leaves no old mark behind', async () => {
    lose(12);
    await run(small);
    for (let number = 1; number <= 11; number += 1) world.undelivered.forget(`evt_${number}`);

    await run(small);

    expect(await world.progress.load('undelivered_events')).toBeNull();
  });

  it('goes on at the page at which Stripe failed', async () => {
    lose(12);
    let pages = 0;
    const undelivered = {
      ...world.undelivered,
      page: (page: Parameters<typeof world.undelivered.page>[0]) => {
        pages += 1;
        return pages === 3 ? Promise.reject(new StripeUnavailable('429')) : world.undelivered.page(page);
      },
    };
    await expect(run(small, { undelivered })).rejects.toThrow(StripeUnavailable);
    expect(queued()).toHaveLength(4);

    await run(small);

    expect(queued().slice(4)).toEqual(['evt_8', 'evt_7', 'evt_6', 'evt_5']);
  });

  it('is left to the next run where this one’s time is over', async () => {
    lose(12);
    const undelivered = {
      ...world.undelivered,
      page: (page: Parameters<typeof world.undelivered.page>[0]) => {
        world.clock.advance(20_000);
        return world.undelivered.page(page);
      },
    };

    await run(small, { undelivered });

    expect(queued()).toHaveLength(4);
  });

  it('is queued as a whole within as many runs as its length asks for', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(40),
        fc.record({
          pageSize: fc.integer({ min: 1, max: 5 }),
          newestPages: fc.integer({ min: 1, max: 2 }),
          olderPages: fc.integer({ min: 1, max: 3 }),
        }),
        async (count, { pageSize, newestPages, olderPages }) => {
          world = createWorld({ nowMs });
          lose(count);
          const bounds = { pageSize, newestPages, maxPages: newestPages + olderPages };

          for (let done = 0; done <= count / (pageSize * olderPages); done += 1) await run(bounds);

          expect(new Set(queued()).size).toBe(count);
          expect(queued()).toHaveLength(count);
        },
      ),
      { numRuns: 100 },
    );
  });
});
