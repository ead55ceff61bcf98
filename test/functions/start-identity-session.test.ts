// POST /api/customers/{id}/identity-session over HTTP; the rules of sessions stand in test/use-cases.

import { beforeEach, describe, expect, it } from 'vitest';
import { identitySessionJson } from '../../functions/contracts/identity-session.ts';
import { StripeRefused, StripeUnavailable } from '../../functions/domain/faults.ts';
import { addCustomer } from '../support/add-customer.ts';
import { nowMs } from '../support/builders.ts';
import { claims } from './events/api-gateway.ts';
import { faultyPaths, startApi, type Answer, type Api } from './harness.ts';

const harborRider = { subaccountId: 'harbor', customerId: 'rider-1' };

let api: Api;

beforeEach(async () => {
  api = await startApi();
  await addCustomer(api.customers, { subaccountId: 'harbor' });
});

function start(body?: unknown, as = claims.rider('rider-1', 'harbor')): Promise<Answer> {
  return api.call({ route: 'POST /api/customers/{id}/identity-session', as, id: 'rider-1', body });
}

describe('a session', () => {
  it.each([undefined, {}, { return_url: 'https://fleet.example/app/done', biometric_consent: true }])(
    'is answered with 201 and its secrets (body %j)',
    async (body) => {
      const { status, body: answer } = await start(body);

      expect(status).toBe(201);
      expect(identitySessionJson.strict().parse(answer)).toMatchObject({
        session_id: 'vs_1',
        client_secret: expect.stringContaining('vs_1_secret') as string,
        ephemeral_key_secret: 'ek_test_vs_1',
        url: expect.stringMatching(/^https:/) as string,
      });
    },
  );

  it('names who asked for it in the audit trail', async () => {
    await start(undefined, claims.operator('harbor', 'op-3'));

    expect(api.auditOf(harborRider).at(-1)).toMatchObject({
      actor: 'operator:op-3',
      action: 'session_started',
    });
  });

  it('leaves no secret in what is stored', async () => {
    const { body } = await start();

    const everything = JSON.stringify([...api.storage.customers.values(), ...api.storage.sessions.values()]);
    expect(everything).not.toContain(String(body['client_secret']));
    expect(everything).not.toContain(String(body['ephemeral_key_secret']));
    expect(everything).not.toContain(String(body['url']));
  });
});

describe('a return URL outside the allow-list', () => {
  it.each([
    'https://evil.example/',
    'https://fleet.example/apple',
    'https://fleet.example/app\\@evil.example',
    '',
  ])('“%s” is refused before Stripe hears of it', async (returnUrl) => {
    const answer = await start({ return_url: returnUrl });

    expect(answer.status).toBe(400);
    expect(faultyPaths(answer)).toEqual(['return_url']);
    expect(api.identity.sessions()).toEqual([]);
  });
});

describe('no session is given', () => {
  it.each([
    { customer: { identityStatus: 'verified' }, status: 409, code: 'already_verified' },
    { customer: { identityStatus: 'failed', attemptCount: 3 }, status: 403, code: 'attempt_limit_reached' },
    {
      customer: {
        identityStatus: 'failed',
        attemptCount: 1,
        lastError: { code: 'under_supported_age', reason: null },
      },
      status: 403,
      code: 'verification_failed',
    },
  ] as const)('$status $code', async ({ customer, status, code }) => {
    await addCustomer(api.customers, { subaccountId: 'harbor', id: 'rider-2', ...customer });
    const as = claims.rider('rider-2', 'harbor');

    expect(
      await api.call({ route: 'POST /api/customers/{id}/identity-session', as, id: 'rider-2' }),
    ).toMatchObject({ status, body: { code } });
  });

  it('409 verification_not_required', async () => {
    await addCustomer(api.customers);

    expect(await start(undefined, claims.rider())).toMatchObject({
      status: 409,
      body: { code: 'verification_not_required' },
    });
  });

  it('409 verification_processing', async () => {
    await start();
    api.identity.process('vs_1');

    expect(await start()).toMatchObject({ status: 409, body: { code: 'verification_processing' } });
  });

  it('403 where the rider declines biometrics that the policy asks for', async () => {
    expect(await start({ biometric_consent: false })).toMatchObject({
      status: 403,
      body: { code: 'biometric_consent_required' },
    });
    expect(api.identity.sessions()).toEqual([]);
  });
});

describe('what the rider says to biometrics', () => {
  const audit = async (): Promise<unknown> => {
    const route = 'GET /api/customers/{id}/audit';
    const { body } = await api.call({ route, as: claims.operator('harbor'), id: 'rider-1' });
    return body['data'];
  };

  it('is in the audit trail, with the version of the words and the time by our clock', async () => {
    await start({ biometric_consent: true, biometric_consent_version: '2026-02:en' });

    expect(await audit()).toMatchObject([
      {
        action: 'session_started',
        actor: 'rider:rider-1',
        biometric_consent: { given: true, version: '2026-02:en', at: new Date(nowMs).toISOString() },
      },
      { action: 'requirement_raised', biometric_consent: null },
      { action: 'customer_created', biometric_consent: null },
    ]);
  });

  it('is heard also where the session is open already', async () => {
    await start();
    await start({ biometric_consent: true });

    expect(await audit()).toMatchObject([
      { action: 'consent_recorded', biometric_consent: { given: true, version: null } },
      { action: 'session_started', biometric_consent: null },
      {},
      {},
    ]);
  });

  it('may be passed on by his app’s backend', async () => {
    const answer = await api.call({
      route: 'POST /api/customers/{id}/identity-session',
      as: claims.service(),
      id: 'rider-1',
      query: { subaccount_id: 'harbor' },
      body: { biometric_consent: true },
    });

    expect(answer.status).toBe(201);
  });

  it('is nothing that an operator can say', async () => {
    const answer = await start({ biometric_consent: true }, claims.operator('harbor'));

    expect(answer.status).toBe(400);
    expect(faultyPaths(answer)).toEqual(['biometric_consent']);
    expect(api.identity.sessions()).toEqual([]);
  });

  it.each([
    { body: { biometric_consent_version: 'v1' }, path: 'biometric_consent_version' },
    { body: { biometric_consent: null, biometric_consent_version: 'v1' }, path: 'biometric_consent' },
    {
      body: { biometric_consent: true, biometric_consent_version: 'my words' },
      path: 'biometric_consent_version',
    },
    {
      body: { biometric_consent: true, biometric_consent_version: '' },
      path: 'biometric_consent_version',
    },
  ])('is refused as $body', async ({ body, path }) => {
    const answer = await start(body);

    expect(answer.status).toBe(400);
    expect(faultyPaths(answer)).toEqual([path]);
    expect(api.identity.sessions()).toEqual([]);
  });
});

describe('while Stripe is away', () => {
  it.each([
    { fault: new StripeUnavailable('ECONNREFUSED 10.0.0.1:443'), status: 503, code: 'stripe_unavailable' },
    {
      fault: new StripeRefused('api_key_expired', 'Expired key sk_live_123'),
      status: 502,
      code: 'stripe_refused',
    },
  ])('$status $code with Retry-After, and no word of the cause', async ({ fault, status, code }) => {
    api.identity.failWith(fault);

    const answer = await start();

    expect(answer).toMatchObject({ status, body: { code } });
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(JSON.stringify(answer)).not.toMatch(/ECONN|sk_live/);
  });

  it('no session is saved, and the next call makes one', async () => {
    api.identity.failWith(new StripeUnavailable('down'));
    await start();

    expect((await api.customers.loadContext(harborRider)).customer).toMatchObject({
      session: null,
      sessionCount: 0,
      identityStatus: null,
    });
    api.identity.failWith(null);
    expect((await start()).status).toBe(201);
    expect(api.identity.sessions()).toHaveLength(1);
  });
});
