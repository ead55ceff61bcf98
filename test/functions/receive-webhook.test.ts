// The webhook's Function URL: what Stripe signed reaches the queue, and nothing else does.

import Stripe from 'stripe';
import { beforeEach, describe, expect, it } from 'vitest';
import { handledEventTypes } from '../../functions/domain/stripe-event.ts';
import { header, nowSeconds, secret, stripeEvent, verifiedEvent } from './events/signed-webhook.ts';
import { startReceiver, type Receiver } from './webhook-receiver.ts';

let world: Receiver['world'];
let receive: Receiver['receive'];
let expectRefused: Receiver['expectRefused'];

beforeEach(() => {
  ({ world, receive, expectRefused } = startReceiver());
});

describe('a signed event', () => {
  it('is queued, ids only, and answered with 200', async () => {
    const { statusCode } = await receive({ body: verifiedEvent, signature: header(verifiedEvent) });

    expect(statusCode).toBe(200);
    expect(world.queue.sent).toEqual([
      {
        eventId: 'evt_1Q2w3E',
        type: 'identity.verification_session.verified',
        objectId: 'vs_1',
        created: nowSeconds,
        livemode: false,
      },
    ]);
  });

  it.each(handledEventTypes)('of type %s is queued', async (type) => {
    const body = stripeEvent(type, { id: 'obj_1' });

    await receive({ body, signature: header(body) });

    expect(world.queue.sent).toMatchObject([{ type, objectId: 'obj_1' }]);
  });

  it('is accepted as Stripe’s own library signs it', async () => {
    const signature = Stripe.webhooks.generateTestHeaderString({
      payload: verifiedEvent,
      secret,
      timestamp: nowSeconds,
    });

    expect((await receive({ body: verifiedEvent, signature })).statusCode).toBe(200);
  });

  it('is checked over the raw bytes also where the body comes in base64', async () => {
    const body = Buffer.from(verifiedEvent.replace('"pending', ' "größe":"😀",\n"pending'));

    expect((await receive({ body, signature: header(body) })).statusCode).toBe(200);
    expect(world.queue.sent).toHaveLength(1);
  });

  it('is not reformatted before it is checked', async () => {
    const body = JSON.stringify(JSON.parse(verifiedEvent), null, 2);

    expect((await receive({ body, signature: header(body) })).statusCode).toBe(200);
    const anew = startReceiver();
    anew.expectRefused(await anew.receive({ body: verifiedEvent, signature: header(body) }));
  });

  it('sent twice is queued twice: the processor tells them apart', async () => {
    await receive({ body: verifiedEvent, signature: header(verifiedEvent) });
    await receive({ body: verifiedEvent, signature: header(verifiedEvent) });

    expect(world.queue.sent).toHaveLength(2);
  });
});

describe('a type that isn’t ours', () => {
  it.each([
    ['customer.created', { id: 'cus_1' }],
    ['charge.refunded', { id: 'ch_1' }],
    ['identity.verification_session.invented_next_year', { id: 'vs_1' }],
    // A balance has no id.
    ['balance.available', { object: 'balance', available: [] }],
  ])('%s is answered with 200, counted, and not queued', async (type, object) => {
    const body = stripeEvent(type, object);

    expect((await receive({ body, signature: header(body) })).statusCode).toBe(200);
    expect(world.queue.sent).toEqual([]);
    expect(world.metrics.counted('UnhandledStripeEvent')).toBe(1);
  });

  it('is refused like any other where it isn’t signed', async () => {
    expectRefused(await receive({ body: stripeEvent('customer.created', { id: 'cus_1' }) }));
  });
});

describe('what Stripe shall send again is answered with 500', () => {
  const signed = { body: verifiedEvent, signature: header(verifiedEvent) };

  it('where the queue fails', async () => {
    world.queue.failNext(new Error('AWS.SimpleQueueService.NonExistentQueue'));

    const answer = await receive(signed);

    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('AWS');
    expect((await receive(signed)).statusCode).toBe(200);
  });

  it('where no secret is set: everything is refused, signed or not', async () => {
    const none = () => Promise.resolve([]);

    expect((await receive(signed, none)).statusCode).toBe(500);
    expect((await receive({ body: verifiedEvent }, none)).statusCode).toBe(500);
    expect(
      (await receive({ body: verifiedEvent, signature: header(verifiedEvent, '') }, none)).statusCode,
    ).toBe(500);
    expect(world.queue.sent).toEqual([]);
  });

  it('where the secret can’t be read', async () => {
    expect((await receive(signed, () => Promise.reject(new Error('AccessDenied')))).statusCode).toBe(500);
  });
});

describe('other methods', () => {
  it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('%s is answered with 405', async (method) => {
    const answer = await receive({ method, body: verifiedEvent, signature: header(verifiedEvent) });

    expect(answer.statusCode).toBe(405);
    expect(world.queue.sent).toEqual([]);
  });
});
