// No webhook arrives at all: the reconciler lets riders ride who have verified.

import { beforeAll, expect, it } from 'vitest';
import { clientOf, until, type Client } from '../http-client.ts';

export function describeReconciler(portOf: () => number): void {
  let client: Client;

  beforeAll(async () => {
    client = clientOf(portOf());
    await client.steer('PUT', '/delivery', { drop_rate: 1 });
  });

  const reconcile = () => client.invoke('RideGate-prod-Webhook-Reconcile', { quiet_seconds: 0 });

  it('heals what every lost webhook would have told, within one run', async () => {
    const service = await client.token('service');
    const operator = await client.token('operator', { subaccount_id: 'harbor', user_id: 'op-1' });
    const customers = '/api/customers?subaccount_id=harbor';
    await client.api(service, 'POST', customers, { id: 'lost-1', stripe_customer_id: 'cus_lost1' });
    await client.api(service, 'POST', customers, { id: 'lost-2' });
    const rider = await client.token('rider', { subaccount_id: 'harbor', customer_id: 'lost-1' });
    const session = await client.api(rider, 'POST', '/api/customers/lost-1/identity-session');
    const sessionPath = `/verification_sessions/${String(session.body['session_id'])}/submit`;
    await client.steer('POST', sessionPath, { outcome: 'verified', processing_ms: 0 });
    const rideCheck = () => client.api(rider, 'POST', '/api/customers/lost-1/ride-check');
    expect((await rideCheck()).status).toBe(403);

    const healed = await reconcile();

    expect(healed.status).toBe(200);
    expect(healed.body).toMatchObject({ verificationsHealed: 1, sessionsNotRead: 0 });
    expect((await rideCheck()).status).toBe(200);
    const audit = await client.api(operator, 'GET', '/api/customers/lost-1/audit');
    expect(JSON.stringify(audit.body)).toContain('system:reconciler');
    await until(
      () => client.pushesTo('lost-1'),
      (pushes) => pushes.some(({ title }) => title === 'Identity Verified'),
    );
    expect((await reconcile()).body).toMatchObject({ verificationsHealed: 0, sessionsHealed: 0 });
  });

  it('brings in a payment that no webhook told of', async () => {
    const service = await client.token('service');
    await client.api(service, 'POST', '/api/customers?subaccount_id=metro', {
      id: 'lost-payer',
      stripe_customer_id: 'cus_lostpayer',
    });
    await client.steer('POST', '/charges', {
      customer: 'cus_lostpayer',
      risk_level: 'highest',
      status: 'succeeded',
    });

    expect((await reconcile()).status).toBe(200);

    const rider = await client.token('rider', { subaccount_id: 'metro', customer_id: 'lost-payer' });
    await until(
      () => client.api(rider, 'POST', '/api/customers/lost-payer/ride-check'),
      ({ status }) => status === 403,
    );
  });
}
