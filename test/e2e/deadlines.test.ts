// What comes by the clock alone, in the whole run: reminders of documents that expire, and verification anew.

import { beforeAll, expect, it } from 'vitest';
import { until, type Client } from './http-client.ts';
import { newSubaccount, commonRun } from './common-run.ts';

let client: Client;

const dayMs = 24 * 60 * 60_000;

beforeAll(async () => {
  ({ client } = await commonRun());
  await newSubaccount(client, 'tide', {
    identity_verification_mode: 'all_users',
    identity_document_expiry_reminders: true,
    identity_document_expiry_reverification: true,
  });
}, 120_000);

const enforceDeadlines = () => client.invoke('RideGate-prod-Privacy-EnforceDeadlines', {});

/** A rider who verifies with a document that expires so many days from today; answers what asks for his ride. */
async function verifiedUntil(id: string, days: number) {
  const service = await client.token('service');
  const rider = await client.token('rider', { subaccount_id: 'tide', customer_id: id });
  await client.api(service, 'POST', '/api/customers?subaccount_id=tide', { id });
  const session = await client.api(rider, 'POST', `/api/customers/${id}/identity-session`);
  const expiration_date = new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);
  await client.steer('POST', `/verification_sessions/${String(session.body['session_id'])}/submit`, {
    outcome: 'verified',
    person: { expiration_date },
  });
  const rideCheck = () => client.api(rider, 'POST', `/api/customers/${id}/ride-check`);
  await until(rideCheck, ({ status }) => status === 200);
  return { rideCheck, expiration_date };
}

const titlesTo = async (id: string) => (await client.pushesTo(id)).map(({ title }) => title);

it('tells a rider once that his document expires, by days and not by date', async () => {
  const { rideCheck, expiration_date } = await verifiedUntil('expires-soon', 5);

  expect((await enforceDeadlines()).body).toMatchObject({ documentExpiryReminders: 1, documentsExpired: 0 });
  expect((await enforceDeadlines()).body).toMatchObject({ documentExpiryReminders: 0, customersFailed: 0 });

  await until(
    () => titlesTo('expires-soon'),
    (titles) => titles.includes('Your ID Expires Soon'),
  );
  expect(JSON.stringify(await client.pushesTo('expires-soon'))).not.toContain(expiration_date);
  expect((await rideCheck()).status).toBe(200);
});

it('has a rider verify again whose document has expired', async () => {
  const { rideCheck } = await verifiedUntil('expired', -2);

  expect((await enforceDeadlines()).body).toMatchObject({ documentsExpired: 1 });

  expect((await rideCheck()).status).toBe(403);
  await until(
    () => titlesTo('expired'),
    (titles) => titles.includes('Identity Verification Required'),
  );
  const operator = await client.token('operator', { subaccount_id: 'tide', user_id: 'op-1' });
  const customer = await client.api(operator, 'GET', '/api/customers/expired');
  expect(customer.body).toMatchObject({
    identity_status: null,
    identity_verification_required_reason: 'operator_request:document_expired',
  });
  const audit = await client.api(operator, 'GET', '/api/customers/expired/audit');
  expect(JSON.stringify(audit.body)).toContain('system:document-expiry');
});
