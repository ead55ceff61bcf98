import { describe, expect, it } from 'vitest';
import { errorOf, runSimulator } from './support.ts';

describe('faults', () => {
  it.each([
    [429, 'StripeRateLimitError', 'rate_limit'],
    [500, 'StripeAPIError', undefined],
    [503, 'StripeAPIError', undefined],
  ])('of status %i look like Stripe’s, and end when they are taken back', async (status, type, code) => {
    const simulator = await runSimulator();
    await simulator.steer('PUT', '/faults', { error_rate: 1, status });

    const failed = await errorOf(simulator.stripe.charges.list());
    await simulator.steer('PUT', '/faults', {});

    expect(failed).toMatchObject({ statusCode: status, type });
    expect(failed.code).toBe(code);
    expect((await simulator.stripe.charges.list()).data).toEqual([]);
  });

  it('come in the same order for the same seed', async () => {
    const simulator = await runSimulator();
    const run = async (seed: number): Promise<boolean[]> => {
      await simulator.steer('PUT', '/faults', { error_rate: 0.5, seed });
      const worked: boolean[] = [];
      for (let call = 0; call < 20; call += 1) {
        worked.push(
          await simulator.stripe.charges.list().then(
            () => true,
            () => false,
          ),
        );
      }
      return worked;
    };

    const first = await run(7);

    expect(await run(7)).toEqual(first);
    expect(await run(8)).not.toEqual(first);
    expect(new Set(first).size).toBe(2);
  });

  it('change nothing, and leave steering alone', async () => {
    const simulator = await runSimulator();
    await simulator.steer('PUT', '/faults', { error_rate: 1, status: 503 });

    await errorOf(simulator.stripe.identity.verificationSessions.create({ type: 'document' }));
    const charge = await simulator.steer('POST', '/charges', { customer: 'cus_1' });
    await simulator.steer('PUT', '/faults', {});

    expect(charge.status).toBe(200);
    expect((await simulator.stripe.identity.verificationSessions.list()).data).toEqual([]);
  });

  it('of status 500 are replayed to the same idempotency key, as at Stripe, and 503 are not', async () => {
    const simulator = await runSimulator();
    const create = (idempotencyKey: string) =>
      simulator.stripe.identity.verificationSessions.create({ type: 'document' }, { idempotencyKey });

    await simulator.steer('PUT', '/faults', { error_rate: 1, status: 500 });
    await errorOf(create('broken'));
    await simulator.steer('PUT', '/faults', { error_rate: 1, status: 503 });
    await errorOf(create('unavailable'));
    await simulator.steer('PUT', '/faults', {});

    expect(await errorOf(create('broken'))).toMatchObject({ statusCode: 500 });
    expect((await create('unavailable')).status).toBe('requires_input');
  });

  it('can be slowness alone', async () => {
    const simulator = await runSimulator();
    await simulator.steer('PUT', '/faults', { latency_ms: 120 });

    const began = performance.now();
    await simulator.stripe.charges.list();

    expect(performance.now() - began).toBeGreaterThanOrEqual(115);
  });
});
