import { describe, expect, it } from 'vitest';
import { errorOf, runSimulator, stripeAt } from './support.ts';

describe('idempotency keys', () => {
  it('answer a repeated request with the first answer and do nothing twice', async () => {
    const { stripe } = await runSimulator();
    const create = () =>
      stripe.identity.verificationSessions.create({ type: 'document' }, { idempotencyKey: 'attempt-1' });

    const first = await create();
    const second = await create();

    expect(second).toEqual(first);
    expect(second.lastResponse.headers).toMatchObject({
      'idempotent-replayed': 'true',
      'original-request': first.lastResponse.requestId,
    });
    expect(first.lastResponse.headers).not.toHaveProperty('idempotent-replayed');
    expect((await stripe.identity.verificationSessions.list()).data).toHaveLength(1);
    expect((await stripe.events.list()).data).toHaveLength(1);
  });

  it('name the request in the event that it caused', async () => {
    const { stripe } = await runSimulator();

    const session = await stripe.identity.verificationSessions.create(
      { type: 'document' },
      { idempotencyKey: 'attempt-1' },
    );

    const { data } = await stripe.events.list();
    expect(data[0]?.request).toEqual({ id: session.lastResponse.requestId, idempotency_key: 'attempt-1' });
  });

  it('refuse other parameters', async () => {
    const { stripe } = await runSimulator();
    await stripe.identity.verificationSessions.create({ type: 'document' }, { idempotencyKey: 'attempt-1' });

    const refused = await errorOf(
      stripe.identity.verificationSessions.create({ type: 'id_number' }, { idempotencyKey: 'attempt-1' }),
    );

    expect(refused).toMatchObject({ type: 'StripeIdempotencyError', statusCode: 400 });
  });

  it('refuse a second request while the first is under way, which the library then repeats', async () => {
    const simulator = await runSimulator();
    await simulator.steer('PUT', '/faults', { latency_ms: 300 });
    const patient = stripeAt(simulator.url, undefined, { maxNetworkRetries: 4 });
    const create = (stripe = simulator.stripe) =>
      stripe.identity.verificationSessions.create({ type: 'document' }, { idempotencyKey: 'attempt-1' });

    const [first, refused, repeated] = await Promise.all([create(), errorOf(create()), create(patient)]);

    expect(refused).toMatchObject({
      statusCode: 409,
      code: 'idempotency_key_in_use',
      rawType: 'idempotency_error',
    });
    expect(repeated.id).toBe(first.id);
    expect((await simulator.stripe.identity.verificationSessions.list()).data).toHaveLength(1);
  });

  it('keep what was refused in the work, but not what was asked wrongly', async () => {
    const { stripe } = await runSimulator();
    const sessions = stripe.identity.verificationSessions;
    const { id } = await sessions.create({ type: 'document' });
    await sessions.cancel(id);

    const refused = await errorOf(sessions.cancel(id, {}, { idempotencyKey: 'cancel-twice' }));
    const replayed = await errorOf(sessions.cancel(id, {}, { idempotencyKey: 'cancel-twice' }));
    await errorOf(sessions.create({ type: 'visa' }, { idempotencyKey: 'second-thoughts' }));
    const corrected = await sessions.create({ type: 'document' }, { idempotencyKey: 'second-thoughts' });

    expect(replayed.message).toBe(refused.message);
    expect(replayed.headers).toMatchObject({ 'idempotent-replayed': 'true' });
    expect(corrected.status).toBe('requires_input');
  });

  it('are forgotten after a day, and may not be endless', async () => {
    let hoursLater = 0;
    const { stripe } = await runSimulator({ now: () => Date.now() + hoursLater * 3_600_000 });
    const create = (idempotencyKey: string) =>
      stripe.identity.verificationSessions.create({ type: 'document' }, { idempotencyKey });
    const first = await create('attempt-1');

    hoursLater = 25;

    expect((await create('attempt-1')).id).not.toBe(first.id);
    expect((await errorOf(create('k'.repeat(256)))).message).toContain('255');
  });
});
