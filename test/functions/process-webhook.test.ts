// The webhook queue's worker: each message by itself, with Stripe's state of now.

import { beforeEach, describe, expect, it } from 'vitest';
import { toStripeEventMessage } from '../../functions/contracts/messages.ts';
import { StripeUnavailable } from '../../functions/domain/faults.ts';
import { createProcessWebhook } from '../../functions/process-webhook.ts';
import { addCustomer } from '../support/add-customer.ts';
import { aCharge, aStripeEvent } from '../support/builders.ts';
import { claims } from './events/api-gateway.ts';
import { failedIds, sqsEvent, sqsEventOf, type HandedOut } from './events/sqs.ts';
import { startApi, stored, type Api } from './harness.ts';

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
});

async function work(...contents: Parameters<typeof sqsEvent>): Promise<string[]> {
  return workAs({}, ...contents);
}

async function workAs(handedOut: HandedOut, ...contents: Parameters<typeof sqsEvent>): Promise<string[]> {
  const { identity, charges } = api;
  const worker = createProcessWebhook({ ...api, stripe: () => Promise.resolve({ identity, charges }) });
  return failedIds(await worker(sqsEventOf(handedOut, ...contents)));
}

async function statusOfRider(): Promise<string | null> {
  return (await api.customers.loadContext(rider)).customer.identityStatus;
}

describe('an event', () => {
  it('applies what Stripe says of the session now, and is done', async () => {
    api.identity.verify('vs_1');

    expect(await work(aStripeEvent({ eventId: 'evt_1' }))).toEqual([]);

    expect(await statusOfRider()).toBe('verified');
    expect(api.auditOf(rider).at(-1)).toMatchObject({ actor: 'stripe:evt_1', action: 'identity_verified' });
  });

  it('of an earlier state that comes late changes nothing', async () => {
    api.identity.verify('vs_1');
    await work(aStripeEvent({ eventId: 'evt_2' }));
    const before = api.auditOf(rider);

    await work(aStripeEvent({ eventId: 'evt_1', type: 'identity.verification_session.processing' }));

    expect(await statusOfRider()).toBe('verified');
    expect(api.auditOf(rider)).toEqual(before);
  });

  it('of a charge flags its customer', async () => {
    await addCustomer(api.customers, { id: 'rider-m', stripeCustomerId: 'cus_m' });
    api.charges.add(aCharge({ id: 'ch_1', stripeCustomerId: 'cus_m', riskLevel: 'highest' }));

    expect(
      await work(aStripeEvent({ eventId: 'evt_c', type: 'charge.succeeded', objectId: 'ch_1' })),
    ).toEqual([]);

    expect(api.outboxOf({ subaccountId: 'metro', customerId: 'rider-m' })).toMatchObject([
      { kind: 'verification_required' },
    ]);
  });
});

describe('a duplicate', () => {
  it.each(['one after the other', 'in one batch'])('%s has one effect', async (when) => {
    api.identity.verify('vs_1');
    const event = aStripeEvent();

    const failed =
      when === 'in one batch'
        ? await work(event, event, event)
        : [...(await work(event)), ...(await work(event)), ...(await work(event))];

    expect(failed).toEqual([]);
    expect(api.outboxOf(rider).filter(({ kind }) => kind === 'verified')).toHaveLength(1);
    expect(api.auditOf(rider).filter(({ action }) => action === 'identity_verified')).toHaveLength(1);
  });
});

describe('a message that fails', () => {
  it('is handed back alone; the others are done', async () => {
    api.identity.verify('vs_1');
    api.charges.failWith(new StripeUnavailable('down'));
    const charge = aStripeEvent({ eventId: 'evt_c', type: 'charge.succeeded', objectId: 'ch_1' });

    expect(await work(charge, aStripeEvent(), charge)).toEqual(['msg-1', 'msg-3']);
    expect(await statusOfRider()).toBe('verified');
  });

  it('is handed back also where all of a batch fail', async () => {
    api.identity.failWith(new StripeUnavailable('down'));

    expect(await work(aStripeEvent(), aStripeEvent({ eventId: 'evt_2' }))).toEqual(['msg-1', 'msg-2']);
  });

  it('changes nothing, and has its effect once the cause is gone', async () => {
    api.identity.verify('vs_1');
    api.identity.failNext(new StripeUnavailable('down'));
    const before = stored(api);

    expect(await work(aStripeEvent())).toEqual(['msg-1']);
    expect(stored(api)).toEqual(before);
    expect(await work(aStripeEvent())).toEqual([]);
    expect(await statusOfRider()).toBe('verified');
  });

  it('is handed back where Stripe’s key can’t be read', async () => {
    const stripe = () => Promise.reject(new Error('AccessDenied'));
    const worker = createProcessWebhook({ ...api, stripe });

    expect(failedIds(await worker(sqsEvent(aStripeEvent())))).toEqual(['msg-1']);
  });

  it('leaves its message id and the kind of its fault in the log', async () => {
    api.identity.failWith(new StripeUnavailable('down'));

    await work(aStripeEvent());

    expect(api.log.lines).toContainEqual({
      message: 'event',
      fields: { requestId: 'msg-1' },
      fault: expect.any(StripeUnavailable) as StripeUnavailable,
    });
  });
});

describe('a message that can’t be understood goes to the dead letters as it is', () => {
  const message = toStripeEventMessage(aStripeEvent());

  it.each([
    ['no JSON', 'hello'],
    ['nothing', ''],
    ['null', 'null'],
    ['another type', JSON.stringify({ ...message, type: 'customer.created' })],
    ['an id that is no event’s', JSON.stringify({ ...message, event_id: 'ch_1' })],
    ['an id that is too long', JSON.stringify({ ...message, event_id: `evt_${'a'.repeat(252)}` })],
    ['an object’s id that is none', JSON.stringify({ ...message, object_id: 'vs_1#2' })],
    ['a field too many', JSON.stringify({ ...message, name: 'Ada' })],
    ['a field too few', JSON.stringify({ ...message, object_id: undefined })],
  ])('%s', async (_, body) => {
    const before = stored(api);

    expect(await work(body)).toEqual([]);
    expect(api.deliveries.deadLetters).toMatchObject([{ body, history: { tries: 1, cause: 'malformed' } }]);
    expect(stored(api)).toEqual(before);
  });
});

describe('what belongs to nobody we know is counted and dropped', () => {
  it('a session', async () => {
    expect(await work(aStripeEvent({ objectId: 'vs_foreign' }))).toEqual([]);
    expect(api.metrics.counted('UnknownVerificationSession')).toBe(1);
  });

  it.each(['cus_foreign', null])('a charge of %s', async (stripeCustomerId) => {
    api.charges.add(aCharge({ id: 'ch_1', stripeCustomerId }));

    expect(await work(aStripeEvent({ type: 'charge.succeeded', objectId: 'ch_1' }))).toEqual([]);
    expect(api.metrics.counted('UnknownStripeCustomer')).toBe(1);
  });
});

it('an empty batch is nothing to fail at', async () => {
  expect(await work()).toEqual([]);
});
