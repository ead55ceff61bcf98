// The webhook's Function URL believes nothing but what Stripe signed lately.

import { beforeEach, describe, expect, it } from 'vitest';
import {
  header,
  nowSeconds,
  oldSecret,
  secret,
  stripeEvent,
  v1,
  verifiedEvent,
} from './events/signed-webhook.ts';
import { startReceiver, type Receiver } from './webhook-receiver.ts';

let world: Receiver['world'];
let receive: Receiver['receive'];
let expectRefused: Receiver['expectRefused'];

beforeEach(() => {
  ({ world, receive, expectRefused } = startReceiver());
});

describe('while the secret is rotated', () => {
  const both = () => Promise.resolve([secret, oldSecret]);

  it.each([secret, oldSecret])('%s is accepted', async (key) => {
    expect(
      (await receive({ body: verifiedEvent, signature: header(verifiedEvent, key) }, both)).statusCode,
    ).toBe(200);
  });

  it('a header with a signature of each is accepted by a receiver that knows one of them', async () => {
    const signature = `t=${nowSeconds},v1=${v1(verifiedEvent, 'whsec_next')},v1=${v1(verifiedEvent)}`;

    expect((await receive({ body: verifiedEvent, signature })).statusCode).toBe(200);
  });

  it('a third secret is refused', async () => {
    expectRefused(
      await receive({ body: verifiedEvent, signature: header(verifiedEvent, 'whsec_other') }, both),
    );
  });
});

describe('the age of a signature', () => {
  it.each([-300, -299, 0, 299, 300])('of %s s from now is accepted', async (seconds) => {
    const signature = header(verifiedEvent, secret, nowSeconds + seconds);

    expect((await receive({ body: verifiedEvent, signature })).statusCode).toBe(200);
  });

  it.each([-301, -86_400, 301, 86_400])('of %s s from now is refused', async (seconds) => {
    expectRefused(
      await receive({ body: verifiedEvent, signature: header(verifiedEvent, secret, nowSeconds + seconds) }),
    );
  });

  it('can’t be changed after signing', async () => {
    world.clock.advance(3_600_000);
    const signature = header(verifiedEvent).replace(/t=\d+/, `t=${nowSeconds + 3600}`);

    expectRefused(await receive({ body: verifiedEvent, signature }));
  });
});

describe('is refused with 400 and touches nothing', () => {
  it.each<[string, string | undefined]>([
    ['an unsigned event', undefined],
    ['an empty header', ''],
    ['another secret', header(verifiedEvent, 'whsec_wrong')],
    ['an empty secret', header(verifiedEvent, '')],
    ['a signature of another body', header(verifiedEvent.replace('vs_1', 'vs_2'))],
    ['v0 only', `t=${nowSeconds},v0=${v1(verifiedEvent)}`],
    ['no timestamp', `v1=${v1(verifiedEvent)}`],
    ['no signature', `t=${nowSeconds}`],
    ['an empty signature', `t=${nowSeconds},v1=`],
    ['a signature cut short', header(verifiedEvent).slice(0, -2)],
    ['a signature that goes on', `${header(verifiedEvent)}00`],
    ['a signature that is no hex', `t=${nowSeconds},v1=${'z'.repeat(64)}`],
    ['two timestamps', `t=${nowSeconds},${header(verifiedEvent)}`],
    ['a timestamp that is no number', `t=now,v1=${v1(verifiedEvent, secret, 'now')}`],
    ['a negative timestamp', `t=-1,v1=${v1(verifiedEvent, secret, -1)}`],
    ['a timestamp with a fraction', `t=${nowSeconds}.5,v1=${v1(verifiedEvent, secret, `${nowSeconds}.5`)}`],
    ['a timestamp in other digits', `t=１,v1=${v1(verifiedEvent, secret, '１')}`],
    ['a timestamp without end', `t=${'9'.repeat(400)},v1=${v1(verifiedEvent, secret, '9'.repeat(400))}`],
    ['garbage', 'garbage'],
    ['only separators', ',,,===,='],
    ['the prototype', '__proto__=1,constructor=2'],
    ['a very long header', `${'v1=00,'.repeat(10_000)}t=${nowSeconds}`],
  ])('%s', async (_, signature) => {
    expectRefused(await receive({ body: verifiedEvent, ...(signature !== undefined && { signature }) }));
  });

  it.each([0, 10, verifiedEvent.length - 1])('an event with byte %s tampered with', async (index) => {
    const body = Buffer.from(verifiedEvent);
    body[index] = (body[index] ?? 0) ^ 1;

    expectRefused(await receive({ body, signature: header(verifiedEvent) }));
  });

  it('an event over 256 KiB', async () => {
    const body = stripeEvent('charge.succeeded', { id: 'ch_1', description: 'x'.repeat(256 * 1024) });

    const answer = await receive({ body, signature: header(body) });

    expectRefused(answer);
    expect(answer.body).toBe('This is larger than any event of Stripe.');
  });
});

describe('what Stripe signed, but no event that we know, is taken, counted and not queued', () => {
  it.each<[string, string | Uint8Array]>([
    ['nothing', ''],
    ['no JSON', '{"id": "evt_1"'],
    ['no UTF-8', Buffer.concat([Buffer.from(verifiedEvent), Buffer.of(0xff)])],
    ['null', 'null'],
    ['a list', '[]'],
    ['an object without a type', '{"id":"evt_1"}'],
    ['an event of ours without an object id', stripeEvent('charge.succeeded', {})],
    ['an event of ours with another id', verifiedEvent.replace('evt_1Q2w3E', '__proto__')],
  ])('%s', async (_, body) => {
    expect(await receive({ body, signature: header(body) })).toMatchObject({
      statusCode: 200,
      body: 'ignored',
    });
    expect(world.queue.sent).toEqual([]);
    expect(world.metrics.counted('MalformedStripeEvent')).toBe(1);
    expect(world.metrics.counted('RejectedWebhook')).toBe(0);
  });

  it('unsigned it is refused like anything else', async () => {
    expectRefused(await receive({ body: '{"id": "evt_1"' }));
  });
});
