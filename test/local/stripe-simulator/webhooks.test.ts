import { describe, expect, it } from 'vitest';
import { runReceiver, runSimulator, until, WEBHOOK_SECRET } from './support.ts';
import { charge, runWithReceiver } from './webhook-support.ts';

describe('webhooks', () => {
  it('tell of each step, signed, without secrets or personal data', async () => {
    const { simulator, receiver } = await runWithReceiver();
    const { id } = await simulator.stripe.identity.verificationSessions.create({
      type: 'document',
      metadata: { a: 'b' },
    });
    await simulator.submit(id, { outcome: 'selfie_face_mismatch', person: { first_name: 'Ada' } });
    await until(() => receiver.received.length === 3);
    await simulator.submit(id, { outcome: 'verified', person: { first_name: 'Ada' } });
    await until(() => receiver.received.length === 5);

    expect(receiver.received.map(({ event }) => event.type).sort()).toEqual([
      'identity.verification_session.created',
      'identity.verification_session.processing',
      'identity.verification_session.processing',
      'identity.verification_session.requires_input',
      'identity.verification_session.verified',
    ]);
    for (const { event, body } of receiver.received) {
      expect(event).toMatchObject({
        object: 'event',
        livemode: false,
        api_version: '2026-10-28.endive',
        pending_webhooks: 1,
        data: { object: { id, metadata: { a: 'b' }, url: null, client_secret: null } },
      });
      expect(body).not.toContain('Ada');
      expect(body).not.toContain('verified_outputs');
    }
    const created = receiver.received.find(({ event }) => event.type.endsWith('created'));
    const verified = receiver.received.find(({ event }) => event.type.endsWith('verified'));
    expect(created?.event.request?.id).toMatch(/^req_/);
    expect(verified?.event.request).toEqual({ id: null, idempotency_key: null });
  });

  it('are repeated until the endpoint takes them', async () => {
    const { simulator, receiver } = await runWithReceiver([50, 500, 1000]);
    receiver.answerWith(500);
    await charge(simulator, ['cus_1']);
    await until(() => receiver.received.length === 2);
    const pending = await simulator.stripe.events.list({ delivery_success: false });

    receiver.answerWith(200);
    await until(
      async () => (await simulator.stripe.events.list({ delivery_success: true })).data.length === 1,
    );

    expect(pending.data[0]?.pending_webhooks).toBe(1);
    expect(new Set(receiver.received.map(({ event }) => event.id)).size).toBe(1);
    const { data } = await simulator.stripe.events.list();
    expect(data[0]?.pending_webhooks).toBe(0);
  });

  it('are given up after the last try and stay in the list of undelivered events', async () => {
    const { simulator, receiver } = await runWithReceiver();
    receiver.answerWith(503);
    await charge(simulator, ['cus_1']);

    const [event] = await until(async () => {
      const { body } = await simulator.steer('GET', '/events');
      const data = body['data'] as {
        id: string;
        delivery: { state: string; attempts: number; last_status: number };
      }[];
      return data[0]?.delivery.state === 'undelivered' ? data : undefined;
    });

    expect(event?.delivery).toMatchObject({ attempts: 4, last_status: 503 });
    expect(receiver.received).toHaveLength(4);
    expect((await simulator.stripe.events.list({ delivery_success: false })).data).toHaveLength(1);
  });

  it('can be sent once more by hand', async () => {
    const { simulator, receiver } = await runWithReceiver([]);
    receiver.answerWith(500);
    await charge(simulator, ['cus_1']);
    await until(() => receiver.received.length === 1);
    receiver.answerWith(200);
    const { data } = await simulator.stripe.events.list();

    const { body } = await simulator.steer('POST', `/events/${data[0]?.id ?? ''}/deliver`);

    expect(body).toEqual({ delivered: true, status: 200, error: null });
    expect(receiver.received).toHaveLength(2);
    expect((await simulator.stripe.events.list({ delivery_success: false })).data).toEqual([]);
  });

  it('are repeated when the endpoint is not there, or does not answer in time', async () => {
    const receiver = await runReceiver();
    const simulator = await runSimulator({
      webhook: { url: 'http://127.0.0.1:9/', secret: WEBHOOK_SECRET, retryDelaysMs: [10], timeoutMs: 50 },
    });
    await charge(simulator, ['cus_1']);

    const state = await until(async () => {
      const { body } = await simulator.steer('GET', '/events');
      const [event] = body['data'] as { delivery: { state: string; attempts: number; last_error: string } }[];
      return event?.delivery.state === 'undelivered' ? event.delivery : undefined;
    });

    expect(state).toMatchObject({ attempts: 2, last_status: null });
    expect(state.last_error).not.toBe('');
    expect(receiver.received).toEqual([]);
  });

  it('need no endpoint: without one nothing is pending', async () => {
    const simulator = await runSimulator();
    await charge(simulator, ['cus_1']);

    const { data } = await simulator.stripe.events.list({ delivery_success: true });

    expect(data[0]?.pending_webhooks).toBe(0);
  });
});
