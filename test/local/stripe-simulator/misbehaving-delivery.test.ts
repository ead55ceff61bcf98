import { describe, expect, it } from 'vitest';
import { runSimulator, until, type WebhookReceiver } from './support.ts';
import { charge, runWithReceiver } from './webhook-support.ts';

const customersOf = (receiver: WebhookReceiver): unknown[] =>
  receiver.received.map(({ event }) =>
    event.type === 'charge.succeeded' ? event.data.object.customer : undefined,
  );

const NINE = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8', 'c9'];

describe('misbehaving delivery', () => {
  it('loses the same events for the same seed, and counts them as undelivered', async () => {
    const lost = async (seed: number): Promise<unknown[]> => {
      const { simulator, receiver } = await runWithReceiver();
      await simulator.steer('PUT', '/delivery', { drop_rate: 0.5, seed });
      await charge(simulator, NINE);
      const { data } = await until(async () => {
        const undelivered = await simulator.stripe.events.list({ delivery_success: false });
        return undelivered.data.length + receiver.received.length === NINE.length ? undelivered : undefined;
      });
      return data
        .map((event) => (event.type === 'charge.succeeded' ? event.data.object.customer : undefined))
        .reverse();
    };

    const first = await lost(11);

    expect(await lost(11)).toEqual(first);
    expect(await lost(12)).not.toEqual(first);
    expect(first.length).toBeGreaterThan(0);
    expect(first.length).toBeLessThan(NINE.length);
  });

  it('doubles the same events for the same seed', async () => {
    const arrived = async (seed: number): Promise<unknown[]> => {
      const { simulator, receiver } = await runWithReceiver();
      await simulator.steer('PUT', '/delivery', { duplicate_rate: 0.5, seed });
      await charge(simulator, NINE);
      await until(
        () => new Set(customersOf(receiver)).size === NINE.length && receiver.received.length > NINE.length,
      );
      // The last event of the run is known not to be doubled once a marker sent after it has arrived.
      await simulator.steer('PUT', '/delivery', { seed });
      await charge(simulator, ['marker']);
      await until(() => customersOf(receiver).includes('marker'));
      return customersOf(receiver);
    };

    const first = await arrived(5);

    expect(new Set(first)).toEqual(new Set([...NINE, 'marker']));
    expect(first.length).toBeGreaterThan(NINE.length + 1);
    expect(first.length).toBeLessThan(2 * NINE.length + 1);
    expect(await arrived(5)).toEqual(first);
  });

  it('shuffles into the same order for the same seed', async () => {
    const order = async (seed: number): Promise<unknown[]> => {
      const { simulator, receiver } = await runWithReceiver();
      await simulator.steer('PUT', '/delivery', { shuffle: true, seed });
      await charge(simulator, NINE);
      await until(() => receiver.received.length === NINE.length);
      return customersOf(receiver);
    };

    const first = await order(3);

    expect([...first].sort()).toEqual(NINE);
    expect(first).not.toEqual(NINE);
    expect(await order(3)).toEqual(first);
    expect(await order(4)).not.toEqual(first);
  });

  it('delays, and behaves again with an empty body', async () => {
    const { simulator, receiver } = await runWithReceiver();
    await simulator.steer('PUT', '/delivery', { delay_ms: 60_000 });
    await charge(simulator, ['late']);
    const { body } = await simulator.steer('PUT', '/delivery', {});
    await charge(simulator, ['prompt']);

    await until(() => receiver.received.length === 1);

    expect(body).toMatchObject({ delay_ms: 0, drop_rate: 0, duplicate_rate: 0, shuffle: false });
    expect(customersOf(receiver)).toEqual(['prompt']);
  });

  it('names the seed that it chose by itself, so that the run can be repeated', async () => {
    const simulator = await runSimulator();

    const { body } = await simulator.steer('PUT', '/delivery', { shuffle: true });

    expect(body['seed']).toEqual(expect.any(Number));
  });
});
