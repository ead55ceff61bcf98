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

describe('an event of ours with another id than Stripe gives', () => {
  const signedEvent = (eventId: string, objectId: string) => {
    const body = JSON.stringify({
      ...(JSON.parse(stripeEvent('charge.failed', { id: objectId })) as object),
      id: eventId,
    });
    return { body, signature: header(body) };
  };

  it.each([
    ['an event’s of 256 characters', `evt_${'a'.repeat(252)}`, 'ch_1'],
    ['an event’s with a character that SQS refuses', 'evt_\uFFFF', 'ch_1'],
    ['an event’s with an emoji', 'evt_😀', 'ch_1'],
    ['an event’s that is but a prefix', 'evt_', 'ch_1'],
    ['an event’s on two lines', 'evt_1\n', 'ch_1'],
    ['an object’s of 256 characters', 'evt_1', 'c'.repeat(256)],
    ['an object’s with a character that SQS refuses', 'evt_1', 'ch_\uFFFF'],
    ['an object’s with a key’s separator', 'evt_1', 'ch_1#2'],
    ['an object’s that is empty', 'evt_1', ''],
  ])('is malformed: answered with 200, counted, and not queued (%s)', async (_, eventId, objectId) => {
    expect((await receive(signedEvent(eventId, objectId))).statusCode).toBe(200);
    expect(world.queue.sent).toEqual([]);
    expect(world.metrics.counted('MalformedStripeEvent')).toBe(1);
  });

  it('is no such event where its ids are just as long as they may be', async () => {
    const [eventId, objectId] = [`evt_${'a'.repeat(251)}`, 'c'.repeat(255)];

    await receive(signedEvent(eventId, objectId));

    expect(world.queue.sent).toMatchObject([{ eventId, objectId }]);
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

describe('is acknowledged only after SQS has it', () => {
  it('an event of ours', async () => {
    const sqs = Promise.withResolvers<undefined>();
    const asked = Promise.withResolvers<undefined>();
    world.queue.send = async () => {
      asked.resolve(undefined);
      await sqs.promise;
    };
    let answered = false;

    const answer = receive({ body: verifiedEvent, signature: header(verifiedEvent) }).finally(() => {
      answered = true;
    });

    await asked.promise;
    // As long as anything else could still happen before SQS answers.
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    expect(answered).toBe(false);
    sqs.resolve(undefined);
    expect((await answer).statusCode).toBe(200);
  });
});

describe('an event of Stripe’s other mode', () => {
  const liveEvent = verifiedEvent.replace('"livemode":false', '"livemode":true');

  it.each([
    ['test', verifiedEvent, 200],
    ['test', liveEvent, 400],
    ['live', liveEvent, 200],
    ['live', verifiedEvent, 400],
  ] as const)('is refused by a deployment in mode %s, and counted', async (mode, body, statusCode) => {
    const receiver = startReceiver(mode);

    const answer = await receiver.receive({ body, signature: header(body) });

    expect(answer.statusCode).toBe(statusCode);
    expect(receiver.world.queue.sent).toHaveLength(statusCode === 200 ? 1 : 0);
    expect(receiver.world.metrics.counted('WrongModeEvent')).toBe(statusCode === 200 ? 0 : 1);
  });

  it('is no such thing before it is known to be Stripe’s', async () => {
    expectRefused(await receive({ body: liveEvent }));
    expect(world.metrics.counted('WrongModeEvent')).toBe(0);
  });
});

describe('the content type', () => {
  const signed = { body: verifiedEvent, signature: header(verifiedEvent) };

  it.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON;charset=UTF-8'])(
    '%s is taken',
    async (contentType) => {
      expect((await receive({ ...signed, contentType })).statusCode).toBe(200);
    },
  );

  it.each([
    null,
    '',
    'text/plain',
    'application/jsonp',
    'application/x-www-form-urlencoded',
    'x, application/json',
  ])('%s is refused', async (contentType) => {
    expectRefused(await receive({ ...signed, contentType }));
  });
});

describe('what costs an HMAC', () => {
  it.each([
    ['another content type', { body: verifiedEvent, contentType: 'text/html' }],
    ['256 KiB and a byte', { body: Buffer.alloc(256 * 1024 + 1) }],
  ])('is refused before that: %s', async (_, request) => {
    // Reading a clock is the first thing that the check of a signature does.
    world.clock.nowMs = () => {
      throw new Error('the signature was looked at');
    };

    expectRefused(await receive({ ...request, signature: header(request.body) }));
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
