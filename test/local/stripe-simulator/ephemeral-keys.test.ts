import { describe, expect, it } from 'vitest';
import { errorOf, runSimulator, SECRET_KEY } from './support.ts';

describe('ephemeral keys', () => {
  it('open one session for an hour', async () => {
    const { stripe } = await runSimulator();
    const { id } = await stripe.identity.verificationSessions.create({ type: 'document' });

    const key = await stripe.ephemeralKeys.create(
      { verification_session: id },
      { apiVersion: '2026-10-28.endive' },
    );

    expect(key).toMatchObject({ object: 'ephemeral_key', livemode: false, expires: key.created + 3600 });
    expect(key.secret).toMatch(/^ek_test_/);
  });

  it('need the version of the library that will use them, and a session that exists', async () => {
    const { stripe, url } = await runSimulator();
    const { id } = await stripe.identity.verificationSessions.create({ type: 'document' });

    const response = await fetch(`${url}/v1/ephemeral_keys`, {
      method: 'POST',
      headers: { authorization: `Bearer ${SECRET_KEY}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: `verification_session=${id}`,
    });
    const unknown = stripe.ephemeralKeys.create(
      { verification_session: 'vs_x' },
      { apiVersion: '2026-10-28.endive' },
    );

    expect(response.status).toBe(400);
    expect(await response.text()).toContain('Stripe-Version');
    expect(await errorOf(unknown)).toMatchObject({ code: 'resource_missing', param: 'verification_session' });
  });
});
