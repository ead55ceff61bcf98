// Stripe's bad days: what may go through later is StripeUnavailable, what won't is StripeRefused.

import { createServer } from 'node:http';
import type Stripe from 'stripe';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createChargeSource } from '../../../functions/adapters/stripe/charge-source.ts';
import { createStripeClient } from '../../../functions/adapters/stripe/client.ts';
import { createIdentityProvider } from '../../../functions/adapters/stripe/identity-provider.ts';
import { createUndeliveredEvents } from '../../../functions/adapters/stripe/undelivered-events.ts';
import { StripeRefused, StripeUnavailable } from '../../../functions/domain/faults.ts';
import { aSession, newRef } from '../contracts/samples.ts';
import { freePort } from '../support/free-port.ts';
import { listenOnFreePort } from '../support/listen.ts';
import { secretKey, startTestStripe, type TestStripe } from '../support/stripe.ts';

let simulator: TestStripe;
beforeAll(async () => {
  simulator = await startTestStripe();
});
afterAll(() => simulator.close());
afterEach(async () => {
  await simulator.steer('PUT', '/faults');
});

/** Every call that our ports make. */
function everyCall(stripe: Stripe): Promise<unknown>[] {
  const identity = createIdentityProvider(stripe, stripe);
  return [
    identity.createSession(newRef(), aSession(), null),
    identity.findOpenSession(newRef(), 1),
    identity.findSessions(newRef()),
    identity.retrieveSession('vs_1', { wanted: 'state' }),
    identity.retrieveSession('vs_1', { wanted: 'age' }),
    identity.retrieveSession('vs_1', { wanted: 'verified_data' }),
    identity.cancelSession('vs_1'),
    identity.redactSession('vs_1'),
    identity.createImageLinks('vs_1', Date.now()),
    identity.createEphemeralKey('vs_1'),
    createChargeSource(stripe).retrieveCharge('ch_1'),
    createUndeliveredEvents(stripe).page({ cursor: null, limit: 10 }),
  ];
}

async function faultsOf(calls: readonly Promise<unknown>[]): Promise<unknown[]> {
  const settled = await Promise.allSettled(calls);
  return settled.map((one): unknown => (one.status === 'rejected' ? one.reason : 'no fault'));
}

describe('Stripe is unavailable', () => {
  it.each([
    [429, false],
    [500, true],
    [503, true],
  ])('where it answers %i, and tells whether it began the work: %s', async (status, failed) => {
    await simulator.steer('PUT', '/faults', { error_rate: 1, status });

    for (const fault of await faultsOf(everyCall(simulator.stripe))) {
      expect(fault).toBeInstanceOf(StripeUnavailable);
      expect(fault).toMatchObject({ failed });
    }
  });

  it('where nobody listens at its address', async () => {
    const apiUrl = `http://127.0.0.1:${await freePort()}`;

    for (const fault of await faultsOf(everyCall(createStripeClient({ apiKey: secretKey, apiUrl })))) {
      expect(fault).toBeInstanceOf(StripeUnavailable);
      expect(fault).toMatchObject({ failed: false });
    }
  });

  it('where it doesn’t answer in time', async () => {
    await simulator.steer('PUT', '/faults', { latency_ms: 10_000 });
    const hasty = createStripeClient({ apiKey: secretKey, apiUrl: simulator.url, timeoutMs: 50 });

    for (const fault of await faultsOf(everyCall(hasty))) expect(fault).toBeInstanceOf(StripeUnavailable);
  });

  it('where its answer breaks off', async () => {
    const broken = await listenOnFreePort(
      createServer((request, response) => {
        request.resume();
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
        response.write('{"id": "vs_1",', () => response.destroy());
      }),
    );
    onTestFinished(() => broken.close());
    const stripe = createStripeClient({ apiKey: secretKey, apiUrl: broken.url });

    for (const fault of await faultsOf(everyCall(stripe))) expect(fault).toBeInstanceOf(StripeUnavailable);
  });

  it('no longer than a function waits for it, whatever it does', () => {
    const stripe = createStripeClient({ apiKey: secretKey, apiUrl: null });
    const longestWaitsMs = 500 + 1000;

    const longestMs = (stripe.getMaxNetworkRetries() + 1) * stripe.getApiField('timeout') + longestWaitsMs;

    expect(longestMs).toBeLessThan(20_000);
  });

  it('not where it stumbles once: the call is tried again, with the same idempotency key', async () => {
    const keys: (string | undefined)[] = [];
    const stumbling = await listenOnFreePort(
      createServer((request, response) => {
        request.resume();
        const key = request.headers['idempotency-key'];
        keys.push(typeof key === 'string' ? key : undefined);
        if (keys.length === 1) {
          response.socket?.destroy();
          return;
        }
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ id: 'vs_9', status: 'requires_input' }));
      }),
    );
    onTestFinished(() => stumbling.close());
    const stripe = createStripeClient({ apiKey: secretKey, apiUrl: stumbling.url });

    const session = await createIdentityProvider(stripe, stripe).createSession(newRef(), aSession(), null);

    expect(session).toMatchObject({ id: 'vs_9', clientSecret: null, url: null });
    expect(keys).toHaveLength(2);
    expect(keys[1]).toBe(keys[0]);
  });
});

describe('Stripe refuses', () => {
  it('every call with a key that it doesn’t know', async () => {
    const stranger = createStripeClient({ apiKey: 'sk_test_stranger', apiUrl: simulator.url });

    for (const fault of await faultsOf(everyCall(stranger))) {
      expect(fault).toBeInstanceOf(StripeRefused);
      expect(fault).toMatchObject({ keyRefused: true });
    }
  });

  it('a session with options that it doesn’t know', async () => {
    const identity = createIdentityProvider(simulator.stripe, simulator.stripe);
    const { options } = aSession();
    const claim = aSession({ options: { ...options, returnUrl: 'not a url' } });

    const fault: unknown = await identity
      .createSession(newRef(), claim, null)
      .catch((reason: unknown) => reason);

    expect(fault).toBeInstanceOf(StripeRefused);
    expect(String(fault)).not.toContain('not a url');
  });
});
