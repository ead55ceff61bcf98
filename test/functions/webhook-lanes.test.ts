// What becomes of events that waited too long, or failed: another try, the backlog, or the dead letters.

import { beforeEach, describe, expect, it } from 'vitest';
import { toStripeEventMessage } from '../../functions/contracts/messages.ts';
import { StripeRefused, StripeUnavailable } from '../../functions/domain/faults.ts';
import { createProcessWebhook } from '../../functions/process-webhook.ts';
import { addCustomer } from '../support/add-customer.ts';
import { aStripeEvent, nowMs } from '../support/builders.ts';
import { claims } from './events/api-gateway.ts';
import { failedIds, sqsEventOf, type HandedOut } from './events/sqs.ts';
import { startApi, type Api } from './harness.ts';

const rider = { subaccountId: 'harbor', customerId: 'rider-1' };
const minute = 60_000;
const hour = 60 * minute;
const event = aStripeEvent();
const body = JSON.stringify(toStripeEventMessage(event));
const down = new StripeUnavailable('down');
const gone = new StripeRefused('resource_missing', 'No such session');

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

async function work(handedOut: HandedOut, content = body): Promise<string[]> {
  const { identity, charges } = api;
  const worker = createProcessWebhook({ ...api, stripe: () => Promise.resolve({ identity, charges }) });
  return failedIds(await worker(sqsEventOf(handedOut, content)));
}

async function statusOfRider(): Promise<string | null> {
  return (await api.customers.loadContext(rider)).customer.identityStatus;
}

describe('an event that waited in the fresh lane for over two minutes', () => {
  const stale = { sentAtMs: nowMs - 2 * minute - 1 };

  it('is handed on to the backlog unprocessed, and is done with here', async () => {
    expect(await work(stale)).toEqual([]);

    expect(api.deliveries.backlog).toEqual([
      {
        body,
        history: { tries: 0, firstFailedAtMs: null, lastFailedAtMs: null, cause: null, customer: null },
      },
    ]);
    expect(await statusOfRider()).toBe('pending');
  });

  it('takes along that it failed here before', async () => {
    const firstReceivedAtMs = nowMs - 2 * minute;

    await work({ ...stale, receiveCount: 4, firstReceivedAtMs });

    expect(api.deliveries.backlog).toMatchObject([
      { history: { tries: 3, firstFailedAtMs: firstReceivedAtMs } },
    ]);
  });

  it('stays where it is if the backlog can’t be reached', async () => {
    api.deliveries.failNext(new Error('SQS is down'));

    expect(await work(stale)).toEqual(['msg-1']);
    expect(api.deliveries.backlog).toEqual([]);
  });

  it('is not read, so that the lane empties also where it can’t be understood', async () => {
    expect(await work(stale, 'hello')).toEqual([]);
    expect(api.deliveries.backlog).toMatchObject([{ body: 'hello' }]);
  });
});

describe('an event in the backlog', () => {
  it('is processed, however old it is', async () => {
    expect(await work({ queue: 'backlog', sentAtMs: nowMs - 30 * hour })).toEqual([]);
    expect(await statusOfRider()).toBe('verified');
    expect(api.deliveries.backlog).toEqual([]);
  });
});

describe('an event that fails with what goes away by itself', () => {
  it('stays in its lane, and comes back sooner than the queue would bring it', async () => {
    api.identity.failWith(down);

    expect(await work({})).toEqual(['msg-1']);

    expect(api.deliveries.retries).toEqual([
      {
        delivery: expect.objectContaining({ lane: 'fresh', receiptHandle: 'AQEBmsg-1' }) as unknown,
        seconds: 2,
      },
    ]);
    expect(api.deliveries.deadLetters).toEqual([]);
  });

  it('waits longer each time, counting the tries of both lanes', async () => {
    api.identity.failWith(down);
    const notes = { tries: '5', first_failed_at: new Date(nowMs - 10 * minute).toISOString() };

    await work({ queue: 'backlog', receiveCount: 3, notes });

    const [retry] = api.deliveries.retries;
    expect(retry?.seconds).toBeGreaterThan(128 * 0.74);
    expect(retry?.seconds).toBeLessThanOrEqual(256);
  });

  it('comes back by the queue’s own time-out if it can’t be had sooner', async () => {
    api.identity.failWith(down);
    api.deliveries.failNext(new Error('SQS is down'));

    expect(await work({})).toEqual(['msg-1']);
  });

  it('is given up after half a day, with its cause, its times and its customer', async () => {
    api.identity.failWith(down);
    const firstFailedAtMs = nowMs - 12 * hour;
    const notes = { tries: '7', first_failed_at: new Date(firstFailedAtMs).toISOString() };

    expect(await work({ queue: 'backlog', receiveCount: 50, notes })).toEqual([]);

    expect(api.deliveries.deadLetters).toEqual([
      {
        body,
        history: {
          tries: 57,
          firstFailedAtMs,
          lastFailedAtMs: nowMs,
          cause: 'stripe_unavailable',
          customer: rider,
        },
      },
    ]);
  });
});

describe('an event that nothing helps', () => {
  it('goes to the dead letters at once, with its cause and its customer', async () => {
    api.identity.failWith(gone);

    expect(await work({})).toEqual([]);

    expect(api.deliveries.deadLetters).toEqual([
      {
        body,
        history: {
          tries: 1,
          firstFailedAtMs: nowMs,
          lastFailedAtMs: nowMs,
          cause: 'stripe_refused:resource_missing',
          customer: rider,
        },
      },
    ]);
  });

  it('stays where it is if the dead letters can’t be reached', async () => {
    api.identity.failWith(gone);
    api.deliveries.failNext(new Error('SQS is down'));

    expect(await work({})).toEqual(['msg-1']);
    expect(api.deliveries.deadLetters).toEqual([]);
  });

  it('is told in the log by ids and codes', async () => {
    api.identity.failWith(gone);

    await work({});

    expect(api.log.lines.slice(-2)).toEqual([
      { message: 'dead letter', fields: { requestId: 'msg-1' }, fault: gone },
      {
        message: 'event',
        fields: {
          requestId: 'msg-1',
          code: 'dead_letter:stripe_refused:resource_missing',
          eventId: event.eventId,
          eventType: event.type,
        },
      },
    ]);
  });
});

describe('an event that fails in a way that nobody foresaw', () => {
  it.each([1, 4])('is tried again after try %d', async (receiveCount) => {
    api.identity.failWith(new TypeError('x is not a function'));

    expect(await work({ receiveCount })).toEqual(['msg-1']);
    expect(api.deliveries.retries).toHaveLength(1);
  });

  it('goes to the dead letters after the fifth', async () => {
    api.identity.failWith(new TypeError('x is not a function'));

    expect(await work({ receiveCount: 5 })).toEqual([]);
    expect(api.deliveries.deadLetters).toMatchObject([{ history: { tries: 5, cause: 'unexpected' } }]);
  });
});

describe('while Stripe’s key is replaced', () => {
  it.each([
    ['Stripe refuses it', new StripeRefused('api_key_expired', 'no', true)],
    ['it may not read sessions', new StripeRefused(null, 'no', true)],
  ])('events wait: %s', async (_, fault) => {
    api.identity.failWith(fault);

    expect(await work({ receiveCount: 20 })).toEqual(['msg-1']);
    api.identity.failWith(null);
    expect(await work({ receiveCount: 21 })).toEqual([]);
    expect(await statusOfRider()).toBe('verified');
  });
});

describe('notes that are damaged', () => {
  it('keep no event from its effect', async () => {
    const notes = { tries: 'many', first_failed_at: 'lately', customer_id: '#', subaccount_id: 'harbor' };

    expect(await work({ notes })).toEqual([]);
    expect(await statusOfRider()).toBe('verified');
  });
});
