// Whatever crashes or collides, a customer has one open session at Stripe.

import { beforeEach, describe, expect, it } from 'vitest';
import { ConcurrentChange, StripeRefused, StripeUnavailable } from '../../functions/domain/faults.ts';
import { dayMs } from '../support/builders.ts';
import { openHarbor, type Harbor } from './harbor.ts';

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
