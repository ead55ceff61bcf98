// What Stripe is really asked for: each parameter of a session, and nothing about a person.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createStripeClient, stripeApiVersion } from '../../../functions/adapters/stripe/client.ts';
import { createIdentityProvider } from '../../../functions/adapters/stripe/identity-provider.ts';
import type { IdentityProvider } from '../../../functions/use-cases/ports/stripe.ts';
import { aSession, newId, newRef } from '../contracts/samples.ts';
import { startRecordingProxy, type RecordingProxy } from '../support/recording-proxy.ts';
import { restrictedKey, secretKey, startTestStripe, submit, type TestStripe } from '../support/stripe.ts';

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

    await identity.retrieveSession(id, { wanted: 'state' });

    expect(proxy.requests).toMatchObject([{ method: 'GET', path: `${sessionsPath}/${id}`, parameters: {} }]);
    expect(proxy.requests[0]?.headers['authorization']).toBe(`Bearer ${secretKey}`);
  });

  it('asks for the date of birth with the restricted key', async () => {
    const { id } = await identity.createSession(newRef(), aSession(), null);
    proxy.requests.length = 0;

    await identity.retrieveSession(id, { wanted: 'age' });

    expect(proxy.requests).toMatchObject([{ parameters: { 'expand[0]': 'verified_outputs.dob' } }]);
    expect(proxy.requests[0]?.headers['authorization']).toBe(`Bearer ${restrictedKey}`);
  });
});

describe('reading what a document told', () => {
  const expand = {
    'expand[0]': 'verified_outputs',
    'expand[1]': 'verified_outputs.dob',
    'expand[2]': 'last_verification_report',
    'expand[3]': 'last_verification_report.document.number',
    'expand[4]': 'last_verification_report.document.expiration_date',
    'expand[5]': 'last_verification_report.document.dob',
  };

  it('takes one call with the restricted key', async () => {
    const { id } = await identity.createSession(newRef(), aSession(), null);
    proxy.requests.length = 0;

    await identity.retrieveSession(id, { wanted: 'verified_data' });

    expect(proxy.requests).toMatchObject([{ path: `${sessionsPath}/${id}`, parameters: expand }]);
    expect(proxy.requests[0]?.headers['authorization']).toBe(`Bearer ${restrictedKey}`);
  });

  it('takes a second call, with the secret key and without what is sensitive, where Stripe refuses', async () => {
    const plain = createStripeClient({ apiKey: secretKey, apiUrl: proxy.url });
    const { id } = await identity.createSession(newRef(), aSession(), null);
    proxy.requests.length = 0;

    await createIdentityProvider(plain, plain).retrieveSession(id, { wanted: 'verified_data' });

    expect(proxy.requests.map(({ parameters }) => parameters)).toEqual([
      expand,
      { 'expand[0]': 'verified_outputs', 'expand[1]': 'last_verification_report' },
    ]);
    expect(proxy.requests[1]?.headers['authorization']).toBe(`Bearer ${secretKey}`);
  });
});

describe('linking an image', () => {
  it('asks with the restricted key for a link that ends after 30 seconds', async () => {
    const { id } = await identity.createSession(newRef(), aSession(), null);
    await submit(simulator, id, { outcome: 'verified' });
    proxy.requests.length = 0;

    await identity.createImageLinks(id, Date.now());

    const links = proxy.requests.filter(({ path }) => path === '/v1/file_links');
    expect(links).toHaveLength(2);
    for (const { parameters } of links) {
      expect(Number(parameters['expires_at'])).toBeLessThanOrEqual(Date.now() / 1000 + 30);
    }
    for (const { headers } of proxy.requests) {
      expect(headers['authorization']).toBe(`Bearer ${restrictedKey}`);
    }
  });
});

describe('looking for a customer’s sessions', () => {
  it('asks for those of his id, page by page', async () => {
    const ref = newRef();

    await identity.findSessions(ref);

    expect(proxy.requests).toMatchObject([
      { path: sessionsPath, parameters: { client_reference_id: ref.customerId, limit: '100' } },
    ]);
  });

  it('finds those of the pages after the first', async () => {
    const ref = newRef();
    const ids = await Promise.all(
      Array.from({ length: 103 }, async (_, number) => {
        const { id } = await identity.createSession(ref, aSession({ number: number + 1 }), null);
        return id;
      }),
    );

    const found = await identity.findSessions(ref);

    expect(found.map(({ id }) => id).sort()).toEqual(ids.sort());
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
