// On schedule: what no webhook told is read back, and what Stripe could not deliver is brought in.

import { beforeEach, describe, expect, it } from 'vitest';
import { StripeUnavailable } from '../../functions/domain/faults.ts';
import { createReconcile } from '../../functions/reconcile.ts';
import type { ReconcileCounts } from '../../functions/domain/reconciler-run.ts';
import { addCustomer } from '../support/add-customer.ts';
import { aStripeEvent, minuteMs } from '../support/builders.ts';
import { claims } from './events/api-gateway.ts';
import { startApi, type Api } from './harness.ts';

const scheduled = { version: '0', 'detail-type': 'Scheduled Event', source: 'aws.scheduler', detail: '{}' };

let api: Api;

beforeEach(async () => {
  api = await startApi();
  await addCustomer(api.customers, { subaccountId: 'harbor' });
  await api.call({
    route: 'POST /api/customers/{id}/identity-session',
    as: claims.rider('rider-1', 'harbor'),
    id: 'rider-1',
  });
  api.clock.advance(5 * minuteMs);
});

function reconcile(event: unknown = scheduled): Promise<ReconcileCounts> {
  const { identity, undelivered } = api;
  return createReconcile({ ...api, stripe: () => Promise.resolve({ identity, undelivered }) })(event);
}

async function rideOfRider(): Promise<unknown> {
  const as = claims.rider('rider-1', 'harbor');
  return (await api.call({ route: 'POST /api/customers/{id}/ride-check', as, id: 'rider-1' })).status;
}

const nothing: ReconcileCounts = {
  sessionsRead: 0,
  sessionsNotRead: 0,
  verificationsHealed: 0,
  sessionsHealed: 0,
  eventsRead: 0,
  eventsMalformed: 0,
  eventsRequeued: 0,
};

describe('the reconciler', () => {
  it('lets a rider ride whose verification no webhook told, and says so', async () => {
    api.identity.verify('vs_1');
    expect(await rideOfRider()).toBe(403);

    const counts = await reconcile();

    expect(await rideOfRider()).toBe(200);
    expect(counts).toEqual({ ...nothing, sessionsRead: 1, verificationsHealed: 1 });
    expect(api.log.lines).toContainEqual({ message: 'reconciled', fields: { counts } });
  });

  it('queues each lost event', async () => {
    api.undelivered.add(aStripeEvent({ eventId: 'evt_1' }));
    api.undelivered.add(aStripeEvent({ eventId: 'evt_2' }));

    expect(await reconcile()).toEqual({ ...nothing, sessionsRead: 1, eventsRead: 2, eventsRequeued: 2 });
    expect(api.queue.sent.map(({ eventId }) => eventId).toSorted()).toEqual(['evt_1', 'evt_2']);
  });

  it('waits for a webhook that may be on its way, unless an operator says otherwise', async () => {
    api.clock.advance(-4 * minuteMs);
    api.identity.verify('vs_1');

    expect(await reconcile()).toEqual(nothing);
    expect(await reconcile({ quiet_seconds: 0 })).toMatchObject({ verificationsHealed: 1 });
  });

  it.each([{ quiet_seconds: -1 }, { quiet_seconds: 'now' }, 'now'])(
    'refuses an input that makes no sense: %j',
    async (event) => {
      await expect(reconcile(event)).rejects.toThrow();
    },
  );

  it('also runs without any input', async () => {
    expect(await reconcile(null)).toEqual({ ...nothing, sessionsRead: 1 });
  });
});

describe('a part that fails', () => {
  it('doesn’t keep the other from its work: the events, while sessions can’t be read', async () => {
    api.identity.failWith(new TypeError('broken'));
    api.undelivered.add(aStripeEvent());

    await expect(reconcile()).rejects.toThrow('broken');

    expect(api.queue.sent).toHaveLength(1);
  });

  it('the sessions, while events can’t be listed', async () => {
    api.undelivered.failWith(new StripeUnavailable('down'));
    api.identity.verify('vs_1');

    await expect(reconcile()).rejects.toThrow(StripeUnavailable);

    expect(await rideOfRider()).toBe(200);
  });

  it('fails the run, so that its alarm is heard, after what was done was told', async () => {
    const [first, second] = [new TypeError('first'), new Error('second')];
    api.identity.failWith(first);
    api.undelivered.failWith(second);

    await expect(reconcile()).rejects.toBe(first);

    expect(api.log.lines.slice(-3)).toEqual([
      { message: 'reconciled', fields: { counts: { ...nothing, sessionsNotRead: 1 } } },
      { message: 'reconcile', fields: {}, fault: first },
      { message: 'reconcile', fields: {}, fault: second },
    ]);
  });

  it('is Stripe’s key, where it can’t be read', async () => {
    const stripe = () => Promise.reject(new Error('AccessDenied'));

    await expect(createReconcile({ ...api, stripe })(scheduled)).rejects.toThrow('AccessDenied');
  });
});
