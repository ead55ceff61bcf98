// What the processor counts of each batch, and how an engineer is told of it.

import { beforeEach, describe, expect, it } from 'vitest';
import { webhookHealthJson } from '../../functions/contracts/webhook-health.ts';
import { StripeRefused, StripeUnavailable } from '../../functions/domain/faults.ts';
import { hourMs } from '../../functions/domain/webhook-health.ts';
import { createProcessWebhook } from '../../functions/process-webhook.ts';
import { addCustomer } from '../support/add-customer.ts';
import { aStripeEvent, minuteMs, nowMs } from '../support/builders.ts';
import { claims } from './events/api-gateway.ts';
import { failedIds, sqsEventOf, type sqsEvent } from './events/sqs.ts';
import { faultyPaths, startApi, type Answer, type Api } from './harness.ts';

const rider = { subaccountId: 'harbor', customerId: 'rider-1' };

let api: Api;
beforeEach(async () => {
  api = await startApi();
  await addCustomer(api.customers, { subaccountId: 'harbor', stripeCustomerId: 'cus_rider1' });
  await api.call({
    route: 'POST /api/customers/{id}/identity-session',
    as: claims.rider('rider-1', 'harbor'),
    id: 'rider-1',
  });
  api.identity.verify('vs_1');
});

const ask = (query: Record<string, string> = {}): Promise<Answer> =>
  api.call({ route: 'GET /api/webhook-health', as: claims.admin(), query });

async function health(query: Record<string, string> = {}) {
  return webhookHealthJson.strict().parse((await ask(query)).body);
}

async function work(...contents: Parameters<typeof sqsEvent>): Promise<string[]> {
  return workAs({ sentAtMs: api.clock.nowMs() }, ...contents);
}

async function workAs(...batch: Parameters<typeof sqsEventOf>): Promise<string[]> {
  const { identity, charges } = api;
  const worker = createProcessWebhook({ ...api, stripe: () => Promise.resolve({ identity, charges }) });
  return failedIds(await worker(sqsEventOf(...batch)));
}

describe('webhook health', () => {
  it('where nothing has happened yet is all there, and empty', async () => {
    const { hours, ...rest } = await health();

    expect(rest).toEqual({
      checked_at: '2026-03-01T12:00:00.000Z',
      waiting: { fresh: 0, backlog: 0, dead_letters: 0 },
      last_processed_at: null,
      age: { median_seconds: null, p95_seconds: null, relative_error: 0.05 },
    });
    expect(hours).toHaveLength(24);
    expect(hours[0]?.from).toBe('2026-02-28T13:00:00.000Z');
    expect(hours[23]).toEqual({
      from: '2026-03-01T12:00:00.000Z',
      processed: 0,
      dropped: 0,
      failed_tries: 0,
      dead_lettered: 0,
      moved_to_backlog: 0,
      age: { median_seconds: null, p95_seconds: null },
    });
  });

  it('tells by the hour what became of events, how old they were, and when one was last done', async () => {
    api.clock.advance(10 * minuteMs);
    await work(aStripeEvent());
    api.clock.advance(hourMs);
    await work(aStripeEvent({ eventId: 'evt_2', created: api.clock.nowMs() / 1000 - 20 }));

    const { hours, last_processed_at, age } = await health({ hours: '2' });

    expect(last_processed_at).toBe('2026-03-01T13:10:00.000Z');
    expect(hours.map(({ from, processed }) => [from, processed])).toEqual([
      ['2026-03-01T12:00:00.000Z', 1],
      ['2026-03-01T13:00:00.000Z', 1],
    ]);
    expect(hours[0]?.age.median_seconds).toBeGreaterThanOrEqual(570);
    expect(hours[0]?.age.median_seconds).toBeLessThanOrEqual(630);
    expect(hours[1]?.age.p95_seconds).toBeGreaterThanOrEqual(19);
    expect(hours[1]?.age.p95_seconds).toBeLessThanOrEqual(21);
    expect(age).toMatchObject({ median_seconds: hours[1]?.age.median_seconds });
    expect(age).toMatchObject({ p95_seconds: hours[0]?.age.p95_seconds });
  });

  it('tells how many wait now', async () => {
    api.webhookQueues.set({ fresh: 3, backlog: 200, deadLetters: 7 });

    expect((await health()).waiting).toEqual({ fresh: 3, backlog: 200, dead_letters: 7 });
  });

  it.each(['0', '169', '1.5', 'all', '0x10', '-1', ' 5', ''])('refuses %s hours', async (hours) => {
    const answer = await ask({ hours });

    expect(answer.status).toBe(400);
    expect(faultyPaths(answer)).toEqual(['hours']);
  });

  it('goes back a week', async () => {
    expect((await health({ hours: '168' })).hours).toHaveLength(168);
  });
});

describe('a batch is counted', () => {
  const counted = async () => (await health({ hours: '1' })).hours[0];

  it('at once, whatever became of each of its events', async () => {
    const charge = aStripeEvent({ eventId: 'evt_c', type: 'charge.succeeded', objectId: 'ch_1' });
    api.charges.failWith(new StripeUnavailable('down'));
    let adds = 0;
    const { add } = api.webhookCounters;
    api.webhookCounters.add = async (...input) => {
      adds += 1;
      await add(...input);
    };

    const failed = await work(
      aStripeEvent(),
      aStripeEvent({ eventId: 'evt_2', objectId: 'vs_foreign' }),
      charge,
      'nonsense',
    );

    expect(failed).toEqual(['msg-3']);
    expect(adds).toBe(1);
    expect(await counted()).toMatchObject({
      processed: 1,
      dropped: 1,
      failed_tries: 2,
      dead_lettered: 1,
      moved_to_backlog: 0,
    });
  });

  it('with those that Stripe knows nothing of as dead letters, although it was told whom they concern', async () => {
    api.identity.failWith(new StripeRefused('resource_missing', 'No such session'));

    expect(await work(aStripeEvent())).toEqual([]);

    expect(await counted()).toMatchObject({ processed: 0, failed_tries: 1, dead_lettered: 1 });
    expect((await health()).last_processed_at).toBeNull();
  });

  it('with those that made way for fresher ones', async () => {
    await workAs({ sentAtMs: nowMs - 3 * minuteMs }, aStripeEvent());

    expect(await counted()).toMatchObject({ processed: 0, failed_tries: 0, moved_to_backlog: 1 });
  });

  it('not at all where it is empty', async () => {
    api.webhookCounters.failWith(new Error('asked'));

    await work();

    expect(api.log.lines.filter(({ fault }) => fault !== undefined)).toEqual([]);
  });

  it('or not, which its events don’t notice: they have had their effect before, and are done', async () => {
    const order: string[] = [];
    api.webhookCounters.add = async () => {
      order.push((await api.customers.loadContext(rider)).customer.identityStatus ?? 'null');
      throw new Error('throttled');
    };

    expect(await work(aStripeEvent())).toEqual([]);

    expect(order).toEqual(['verified']);
    expect(api.log.lines.at(-1)).toMatchObject({ message: 'events not counted', fields: {} });
  });
});
