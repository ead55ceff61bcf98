// On schedule: what Stripe could not deliver is brought in.

import { beforeEach, describe, expect, it } from 'vitest';
import { StripeUnavailable } from '../../functions/domain/faults.ts';
import { createReconcile } from '../../functions/reconcile.ts';
import { aStripeEvent, nowMs } from '../support/builders.ts';
import { createWorld, type World } from '../support/in-memory/world.ts';
import { createRecordingLog } from '../support/recording-log.ts';

let world: World;

beforeEach(() => {
  world = createWorld({ nowMs });
});

function reconcile(): Promise<{ requeued: number }> {
  const { undelivered } = world;
  return createReconcile({
    ...world,
    log: createRecordingLog(),
    stripe: () => Promise.resolve({ undelivered }),
  })();
}

describe('the reconciler', () => {
  it('queues each lost event, and counts it', async () => {
    world.undelivered.add(aStripeEvent({ eventId: 'evt_1' }));
    world.undelivered.add(aStripeEvent({ eventId: 'evt_2' }));

    expect(await reconcile()).toEqual({ requeued: 2 });
    expect(world.queue.sent.map(({ eventId }) => eventId).sort()).toEqual(['evt_1', 'evt_2']);
    expect(world.metrics.counted('UndeliveredEventsRequeued')).toBe(2);
  });

  it('leaves alone what came in by another way meanwhile', async () => {
    world.undelivered.add(aStripeEvent({ eventId: 'evt_1' }));
    await world.customers.markEventProcessed('evt_1', nowMs);

    expect(await reconcile()).toEqual({ requeued: 0 });
    expect(world.queue.sent).toEqual([]);
  });

  it('finds nothing where nothing was lost', async () => {
    expect(await reconcile()).toEqual({ requeued: 0 });
  });

  it('fails aloud while Stripe is away, so that its alarm is heard', async () => {
    world.undelivered.failWith(new StripeUnavailable('down'));

    await expect(reconcile()).rejects.toThrow(StripeUnavailable);
  });

  it('fails aloud where the queue fails', async () => {
    world.undelivered.add(aStripeEvent());
    world.queue.failNext(new Error('no queue'));

    await expect(reconcile()).rejects.toThrow('no queue');
  });
});
