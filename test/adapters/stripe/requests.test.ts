// What Stripe is really asked for: each parameter of a session, and nothing about a person.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createStripeClient, stripeApiVersion } from '../../../functions/adapters/stripe/client.ts';
import { createIdentityProvider } from '../../../functions/adapters/stripe/identity-provider.ts';
import type { IdentityProvider } from '../../../functions/use-cases/ports/stripe.ts';
import { aSession, newId, newRef } from '../contracts/samples.ts';
import { startRecordingProxy, type RecordingProxy } from '../support/recording-proxy.ts';
import { restrictedKey, secretKey, startTestStripe, type TestStripe } from '../support/stripe.ts';

let simulator: TestStripe;
let proxy: RecordingProxy;
let identity: IdentityProvider;
beforeAll(async () => {
  simulator = await startTestStripe();
  proxy = await startRecordingProxy(simulator.url);
  const clientWith = (apiKey: string) => createStripeClient({ apiKey, apiUrl: proxy.url });
  identity = createIdentityProvider(clientWith(secretKey), clientWith(restrictedKey));
});
afterAll(async () => {
  await proxy.close();
  await simulator.close();
});
beforeEach(() => {
  proxy.requests.length = 0;
});

const sessionsPath = '/v1/identity/verification_sessions';

describe('creating a session', () => {
  it('sends the policy’s options, whose it is, and where to go back to', async () => {
    const ref = newRef();
    const claim = aSession({ number: 7 });

    await identity.createSession(ref, claim, 'cus_ada');

    expect(proxy.requests).toHaveLength(1);
    expect(proxy.requests[0]).toMatchObject({ method: 'POST', path: sessionsPath });
    expect(proxy.requests[0]?.headers).toMatchObject({
      authorization: `Bearer ${secretKey}`,
      'stripe-version': stripeApiVersion,
    });
    expect(proxy.requests[0]?.parameters).toEqual({
      type: 'document',
      'options[document][allowed_types][0]': 'passport',
      'options[document][allowed_types][1]': 'id_card',
      'options[document][require_live_capture]': 'false',
      'options[document][require_matching_selfie]': 'true',
      client_reference_id: ref.customerId,
      'metadata[ridegate_subaccount_id]': ref.subaccountId,
      'metadata[ridegate_customer_id]': ref.customerId,
      'metadata[ridegate_session_number]': '7',
      related_customer: 'cus_ada',
      return_url: 'https://ride.example/done',
    });
  });

  it('leaves out what isn’t known, and leaves the checks to a flow where the policy names one', async () => {
    const { options } = aSession();
    const claim = aSession({ options: { ...options, verificationFlow: 'vf_1', returnUrl: null } });
    const ref = newRef();

    await identity.createSession(ref, claim, null);

    expect(proxy.requests[0]?.parameters).toEqual({
      verification_flow: 'vf_1',
      client_reference_id: ref.customerId,
      'metadata[ridegate_subaccount_id]': ref.subaccountId,
      'metadata[ridegate_customer_id]': ref.customerId,
      'metadata[ridegate_session_number]': '1',
    });
  });

  it('uses an idempotency key that repeats for a claim, and that nobody can read a person from', async () => {
    const ref = { subaccountId: newId('sub'), customerId: 'ada.lovelace@example.com' };
    const claim = aSession({ number: 3 });

    await identity.createSession(ref, claim, 'cus_ada');
    await identity.createSession(ref, claim, 'cus_ada');
    await identity.createSession(ref, aSession({ number: 3 }), 'cus_ada');

    const keys = proxy.requests.map(({ headers }) => headers['idempotency-key'] ?? '');
    expect(keys[0]).toMatch(/^ridegate-session-[0-9a-f]{64}$/);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
  });
});

describe('reading a session', () => {
  it('asks with the secret key and expands nothing where no date of birth is needed', async () => {
    const { id } = await identity.createSession(newRef(), aSession(), null);
    proxy.requests.length = 0;

    await identity.retrieveSession(id, { withDateOfBirth: false });

    expect(proxy.requests).toMatchObject([{ method: 'GET', path: `${sessionsPath}/${id}`, parameters: {} }]);
    expect(proxy.requests[0]?.headers['authorization']).toBe(`Bearer ${secretKey}`);
  });

  it('asks for the date of birth with the restricted key', async () => {
    const { id } = await identity.createSession(newRef(), aSession(), null);
    proxy.requests.length = 0;

    await identity.retrieveSession(id, { withDateOfBirth: true });

    expect(proxy.requests).toMatchObject([{ parameters: { 'expand[0]': 'verified_outputs.dob' } }]);
    expect(proxy.requests[0]?.headers['authorization']).toBe(`Bearer ${restrictedKey}`);
  });
});

describe('creating an ephemeral key', () => {
  it('names the session and the API version, which Stripe insists on', async () => {
    const { id } = await identity.createSession(newRef(), aSession(), null);
    proxy.requests.length = 0;

    const key = await identity.createEphemeralKey(id);

    expect(key.expiresAtMs).toBeGreaterThan(Date.now());
    expect(proxy.requests).toMatchObject([
      { method: 'POST', path: '/v1/ephemeral_keys', parameters: { verification_session: id } },
    ]);
    expect(proxy.requests[0]?.headers['stripe-version']).toBe(stripeApiVersion);
  });
});
