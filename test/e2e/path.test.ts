// The main job through HTTP: blocked, verified, riding; and the same for each mode of policy.

import { beforeAll, describe, expect, it } from 'vitest';
import { until, type Client } from './http-client.ts';
import { commonRun } from './common-run.ts';

let client: Client;
let service: string;

beforeAll(async () => {
  ({ client } = await commonRun());
  service = await client.token('service');
}, 60_000);

async function newRider(subaccount: string, id: string): Promise<string> {
  const created = await client.api(service, 'POST', `/api/customers?subaccount_id=${subaccount}`, {
    id,
    stripe_customer_id: `cus_${id.replaceAll('-', '')}`,
  });
  expect(created.status).toBe(201);
  return client.token('rider', { subaccount_id: subaccount, customer_id: id });
}

const rideCheck = (token: string, id: string) => client.api(token, 'POST', `/api/customers/${id}/ride-check`);
const customerOf = async (token: string, id: string) =>
  (await client.api(token, 'GET', `/api/customers/${id}`)).body;

describe('harbor asks all users', () => {
  it('blocks a new rider, verifies him through Stripe, and lets him ride', async () => {
    const rider = await newRider('harbor', 'path-verify');

    const blocked = await rideCheck(rider, 'path-verify');
    expect(blocked.status).toBe(403);
    expect(blocked.body).toMatchObject({
      code: 'verification_required',
      identity_status: null,
      next_action: 'start_verification',
    });
    const firstPush = await until(
      () => client.pushesTo('path-verify'),
      (pushes) => pushes.length === 1,
    );
    expect(firstPush[0]).toMatchObject({
      title: 'Identity Verification Required',
      body: 'Please verify your identity to continue using Harbor Bikes',
      type: 'identity',
    });

    const session = await client.api(rider, 'POST', '/api/customers/path-verify/identity-session');
    expect(session.status).toBe(201);
    expect(session.body).toMatchObject({
      client_secret: expect.stringMatching(/^vs_.+_secret_/) as string,
      session_id: expect.stringMatching(/^vs_/) as string,
      ephemeral_key_secret: expect.stringMatching(/^ek_/) as string,
      url: expect.stringMatching(/^http/) as string,
    });
    const pending = await rideCheck(rider, 'path-verify');
    expect(pending.body['code']).toBe('verification_pending');

    await client.steer('POST', `/verification_sessions/${String(session.body['session_id'])}/submit`, {
      outcome: 'verified',
    });
    await until(
      () => rideCheck(rider, 'path-verify'),
      (answer) => answer.status === 200,
    );

    expect(await customerOf(rider, 'path-verify')).toMatchObject({
      identity_status: 'verified',
      identity_verification_required: false,
      identity_attempt_count: 1,
      ride_gate: { allowed: true, code: 'verified' },
    });
    const pushes = await until(
      () => client.pushesTo('path-verify'),
      (list) => list.length === 2,
    );
    expect(pushes[1]).toMatchObject({
      title: 'Identity Verified',
      body: "Your identity has been verified. You're all set to ride!",
    });
  });

  it('gives another try after a failed one, and fails for good after the last', async () => {
    const rider = await newRider('harbor', 'path-fails');
    for (const attempt of [1, 2, 3]) {
      const session = await client.api(rider, 'POST', '/api/customers/path-fails/identity-session');
      expect(session.status).toBe(201);
      await client.steer('POST', `/verification_sessions/${String(session.body['session_id'])}/submit`, {
        outcome: 'selfie_face_mismatch',
      });
      await until(
        () => customerOf(rider, 'path-fails'),
        (customer) => customer['identity_attempt_count'] === attempt,
      );
    }
    const blocked = await rideCheck(rider, 'path-fails');
    expect(blocked.body).toMatchObject({ code: 'verification_failed', next_action: 'contact_support' });
    const refused = await client.api(rider, 'POST', '/api/customers/path-fails/identity-session');
    expect(refused.status).toBe(403);
    expect(refused.body['code']).toBe('attempt_limit_reached');
  });

  it('lets a rider ride whom an operator has verified by hand', async () => {
    const rider = await newRider('harbor', 'path-manual');
    const operator = await client.token('operator', { subaccount_id: 'harbor', user_id: 'op-1' });
    const verified = await client.api(operator, 'POST', '/api/customers/path-manual/identity-manual-verify', {
      notes: 'Passport seen at the downtown office',
    });
    expect(verified.status).toBe(200);
    expect(verified.body).toMatchObject({
      identity_status: 'verified',
      identity_manual_verification: true,
      identity_manual_verification_by: 'op-1',
    });
    expect((await rideCheck(rider, 'path-manual')).status).toBe(200);
  });

  it('opens one session for fifty calls at once', async () => {
    const rider = await newRider('harbor', 'path-many');
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        client.api(rider, 'POST', '/api/customers/path-many/identity-session'),
      ),
    );
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]));
    expect(new Set(answers.map((answer) => answer.body['session_id'])).size).toBe(1);
  });
});

describe('metro asks by risk', () => {
  it('flags a rider whose first charge is elevated, and blocks him', async () => {
    const rider = await newRider('metro', 'path-risky');
    expect((await rideCheck(rider, 'path-risky')).body).toMatchObject({ code: 'not_required' });

    await client.steer('POST', '/charges', {
      customer: 'cus_pathrisky',
      risk_level: 'elevated',
      status: 'succeeded',
    });

    const blocked = await until(
      () => rideCheck(rider, 'path-risky'),
      (answer) => answer.status === 403,
    );
    expect(blocked.body['code']).toBe('verification_required');
    const operator = await client.token('operator', { subaccount_id: 'metro', user_id: 'op-2' });
    expect(await customerOf(operator, 'path-risky')).toMatchObject({
      identity_verification_required_reason: 'risk_threshold_exceeded:50>=50',
      stripe_risk_score: 50,
      stripe_risk_level: 'elevated',
    });
    await until(
      () => client.pushesTo('path-risky'),
      (pushes) => pushes.length === 1,
    );
  });

  it('asks nothing of a rider whose first charge is normal', async () => {
    const rider = await newRider('metro', 'path-normal');
    const operator = await client.token('operator', { subaccount_id: 'metro', user_id: 'op-2' });
    await client.steer('POST', '/charges', {
      customer: 'cus_pathnormal',
      risk_level: 'normal',
      status: 'succeeded',
    });
    await until(
      () => customerOf(operator, 'path-normal'),
      (customer) => customer['stripe_risk_score'] === 10,
    );
    expect((await rideCheck(rider, 'path-normal')).body).toMatchObject({
      allowed: true,
      code: 'not_required',
    });
    expect(await client.pushesTo('path-normal')).toEqual([]);
  });
});

describe('campus asks nothing', () => {
  it('lets a new rider ride', async () => {
    const rider = await newRider('campus', 'path-free');
    expect((await rideCheck(rider, 'path-free')).body).toMatchObject({
      allowed: true,
      code: 'policy_disabled',
    });
    const session = await client.api(rider, 'POST', '/api/customers/path-free/identity-session');
    expect(session.status).toBe(409);
    expect(session.body['code']).toBe('verification_not_required');
  });
});
