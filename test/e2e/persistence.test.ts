// After kill -9 of the whole run and a new start, customers, policies and queued work are all there.

import { afterAll, expect, it } from 'vitest';
import { clientOf, until } from './http-client.ts';
import { startRun, type Run } from './run.ts';

let run: Run | null = null;

afterAll(async () => {
  await run?.stop();
});

it('goes on after kill -9 where it was, with the events that waited in the queue', async () => {
  run = await startRun();
  let client = clientOf(run.port);
  const service = await client.token('service');
  await client.api(service, 'POST', '/api/customers?subaccount_id=harbor', { id: 'survivor' });
  const admin = await client.token('admin', { user_id: 'root' });
  const policyPath = '/api/subaccounts/harbor/identity-policy';
  const policy = (await client.api(admin, 'GET', policyPath)).body;
  const changed = await client.api(admin, 'PUT', policyPath, {
    version: policy['version'],
    identity_max_attempts: 7,
  });
  expect(changed.status).toBe(200);

  const rider = await client.token('rider', { subaccount_id: 'harbor', customer_id: 'survivor' });
  const session = await client.api(rider, 'POST', '/api/customers/survivor/identity-session');
  const sessionId = String(session.body['session_id']);
  // While Stripe's API is down the processor can only put the events back.
  await client.steer('PUT', '/faults', { error_rate: 1, status: 500 });
  await client.steer('POST', `/verification_sessions/${sessionId}/submit`, { outcome: 'verified' });
  await until(
    () => client.steer('GET', '/events'),
    (answer) => JSON.stringify(answer.body).includes('verification_session.verified'),
  );
  await run.kill();

  run = await startRun(run);
  client = clientOf(run.port);
  await client.steer('PUT', '/faults', { error_rate: 0 });

  expect((await client.api(admin, 'GET', policyPath)).body).toEqual(changed.body);
  const answer = await until(
    () => client.api(rider, 'POST', '/api/customers/survivor/ride-check'),
    (check) => check.status === 200,
    90_000,
  );
  expect(answer.body['code']).toBe('verified');
  const pushes = await until(
    () => client.pushesTo('survivor'),
    (list) => list.length === 2,
  );
  expect(pushes.map((push) => push.title)).toEqual(['Identity Verification Required', 'Identity Verified']);
}, 180_000);
