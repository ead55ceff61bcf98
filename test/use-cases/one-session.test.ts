// Whatever crashes or collides, a customer has one open session at Stripe.

import { beforeEach, describe, expect, it } from 'vitest';
import { ConcurrentChange, StripeRefused, StripeUnavailable } from '../../functions/domain/faults.ts';
import { dayMs } from '../support/builders.ts';
import { requireVerification } from '../../functions/use-cases/require-verification.ts';
import { openHarbor, ref, type Harbor } from './harbor.ts';

let harbor: Harbor;

beforeEach(async () => {
  harbor = await openHarbor();
});

describe('whatever breaks, there is one session', () => {
  beforeEach(async () => {
    await harbor.addRider();
  });

  it('where we fell over between Stripe’s answer and our save', async () => {
    const save = (input: Parameters<typeof harbor.customers.save>[0]) =>
      input.session === undefined ? harbor.customers.save(input) : Promise.reject(new Error('power cut'));

    await expect(harbor.start({}, { customers: { ...harbor.customers, save } })).rejects.toThrow('power cut');
    const { sessionId } = await harbor.start();

    expect(sessionId).toBe('vs_1');
    expect(harbor.identity.sessions()).toHaveLength(1);
  });

  it('where we fell over and came back with another return URL', async () => {
    const save = () => Promise.reject(new Error('power cut'));
    await harbor.start();
    await harbor.identity.cancelSession('vs_1');
    await expect(harbor.start({}, { customers: { ...harbor.customers, save } })).rejects.toThrow('power cut');

    await expect(harbor.start({ returnUrl: 'https://fleet.example/other' })).resolves.toMatchObject({
      sessionId: 'vs_2',
    });
    expect(harbor.openSessions()).toEqual(['vs_2']);
  });

  it('where Stripe broke off after it had made the session', async () => {
    const createSession: typeof harbor.identity.createSession = async (...input) => {
      await harbor.identity.createSession(...input);
      throw new StripeUnavailable('502', true);
    };

    await expect(harbor.start({}, { identity: { ...harbor.identity, createSession } })).rejects.toThrow(
      StripeUnavailable,
    );

    expect((await harbor.start()).sessionId).toBe('vs_1');
    expect(harbor.openSessions()).toEqual(['vs_1']);
  });

  it('where Stripe refused at first', async () => {
    harbor.identity.failNext(new StripeRefused('parameter_invalid', 'no'));

    await expect(harbor.start()).rejects.toThrow(StripeRefused);

    expect((await harbor.start()).sessionId).toBe('vs_1');
  });

  it('where the claim is so old that Stripe has forgotten it', async () => {
    const save = (input: Parameters<typeof harbor.customers.save>[0]) =>
      input.session === undefined ? harbor.customers.save(input) : Promise.reject(new Error('power cut'));
    await expect(harbor.start({}, { customers: { ...harbor.customers, save } })).rejects.toThrow('power cut');
    harbor.clock.advance(2 * dayMs);

    await expect(harbor.start()).resolves.toMatchObject({ sessionId: 'vs_1' });
    expect(harbor.openSessions()).toEqual(['vs_1']);
  });

  it('where the ephemeral key failed', async () => {
    const createEphemeralKey = () => Promise.reject(new StripeUnavailable('down'));

    await expect(
      harbor.start({}, { identity: { ...harbor.identity, createEphemeralKey } }),
    ).rejects.toThrow();

    expect((await harbor.start()).sessionId).toBe('vs_1');
  });

  it('where others change the customer without end: it is given up after ten tries', async () => {
    const save = () => Promise.reject(new ConcurrentChange());

    await expect(harbor.start({}, { customers: { ...harbor.customers, save } })).rejects.toThrow(
      ConcurrentChange,
    );

    expect(harbor.pause.askedMs).toHaveLength(9);
    expect(harbor.openSessions()).toEqual([]);
  });
});

describe('a session that was made before an operator asked anew, and given to nobody', () => {
  const fallOver = async (replaced: Parameters<typeof harbor.start>[1] = {}): Promise<void> => {
    const save = (input: Parameters<typeof harbor.customers.save>[0]) =>
      input.session === undefined ? harbor.customers.save(input) : Promise.reject(new Error('power cut'));
    const customers = { ...harbor.customers, save };
    await expect(harbor.start({}, { customers, ...replaced })).rejects.toThrow();
  };
  const askAnew = () =>
    requireVerification(harbor, ref, { userId: 'op-1', code: 'suspected_fraud', notes: null });

  beforeEach(async () => {
    await harbor.addRider();
  });

  it('is closed, and the rider gets a new one', async () => {
    await fallOver();
    await askAnew();

    expect((await harbor.start()).sessionId).toBe('vs_2');
    expect(harbor.openSessions()).toEqual(['vs_2']);
  });

  it('is closed where Stripe had broken off over it', async () => {
    const createSession: typeof harbor.identity.createSession = async (...input) => {
      await harbor.identity.createSession(...input);
      throw new StripeUnavailable('502', true);
    };
    await fallOver({ identity: { ...harbor.identity, createSession } });
    await askAnew();

    expect((await harbor.start()).sessionId).toBe('vs_2');
    expect(harbor.openSessions()).toEqual(['vs_2']);
  });

  it('is closed by one of many that ask at once, and they all get the same new one', async () => {
    await fallOver();
    await askAnew();

    const started = await Promise.all([harbor.start(), harbor.start(), harbor.start()]);

    expect(new Set(started.map(({ sessionId }) => sessionId)).size).toBe(1);
    expect(harbor.openSessions()).toEqual([started[0].sessionId]);
  });
});
