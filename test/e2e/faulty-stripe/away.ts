// Stripe's API is down: nothing is left half-done, and what is known without it is still told.

import { afterEach, beforeAll, expect, it } from 'vitest';
import { clientOf, until, type Client } from '../http-client.ts';

export function describeStripeAway(portOf: () => number): void {
  let client: Client;
  let service: string;

  beforeAll(async () => {
    client = clientOf(portOf());
    service = await client.token('service');
    await client.steer('PUT', '/delivery', {});
  });

  afterEach(async () => {
    await client.steer('PUT', '/faults', {});
  });

  async function newRider(id: string) {
    await client.api(service, 'POST', '/api/customers?subaccount_id=harbor', { id });
    const rider = await client.token('rider', { subaccount_id: 'harbor', customer_id: id });
    return {
      read: () => client.api(rider, 'GET', `/api/customers/${id}`),
      askForSession: () => client.api(rider, 'POST', `/api/customers/${id}/identity-session`),
      rideCheck: () => client.api(rider, 'POST', `/api/customers/${id}/ride-check`),
    };
  }

  it('answers 503 with Retry-After, leaves nothing half-done, and works once Stripe is back', async () => {
    const patient = await newRider('patient');

    await client.steer('PUT', '/faults', { error_rate: 1, status: 500 });
    const refused = await patient.askForSession();
    expect(refused.status).toBe(503);
    expect(refused.body['code']).toBe('stripe_unavailable');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await patient.read()).body).toMatchObject({ identity_status: null, identity_session_id: null });

    await client.steer('PUT', '/faults', { error_rate: 0 });
    const started = await until(patient.askForSession, (answer) => answer.status === 201);
    expect(started.body['session_id']).toMatch(/^vs_/);
  });

  it('shows an operator the verified fields that are kept, without images', async () => {
    const known = await newRider('known');
    const session = await known.askForSession();
    await client.steer('POST', `/verification_sessions/${String(session.body['session_id'])}/submit`, {
      outcome: 'verified',
      person: { last_name: 'Quill' },
    });
    await until(known.rideCheck, ({ status }) => status === 200);
    const operator = await client.token('operator', { subaccount_id: 'harbor', user_id: 'op-1' });

    await client.steer('PUT', '/faults', { error_rate: 1, status: 503, seed: 1 });
    const report = await client.api(
      operator,
      'GET',
      '/api/customers/known/identity-report?reason=Police+request',
    );

    expect(report.status).toBe(200);
    expect(report.body).toMatchObject({
      identity_last_name: 'Quill',
      images: [],
      images_unavailable: 'stripe_unavailable',
    });
  });
}
