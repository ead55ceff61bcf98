// A policy applied to sixty existing customers, through kill -9 of the whole run in the middle: each of them is
// flagged, told and counted once.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { clientOf, until, type Answer, type Client } from './http-client.ts';
import { startRun, type Run } from './run.ts';

let run: Run;
let client: Client;
let admin: string;
let operator: string;

const riders = Array.from({ length: 60 }, (_, index) => `quay-${String(index).padStart(2, '0')}`);
const policyPath = '/api/subaccounts/quay/identity-policy';

beforeAll(async () => {
  run = await startRun();
  client = clientOf(run.port);
  admin = await client.token('admin', { user_id: 'root' });
  operator = await client.token('operator', { subaccount_id: 'quay', user_id: 'op-1' });
  const service = await client.token('service');
  await client.api(admin, 'PUT', '/api/subaccounts/quay', { name: 'Quay', app_name: 'Quay Rides' });
  for (const id of riders) {
    const created = await client.api(service, 'POST', '/api/customers?subaccount_id=quay', { id });
    expect(created.status).toBe(201);
  }
}, 120_000);

afterAll(async () => {
  await run.stop();
});

const progress = (): Promise<Answer> => client.api(operator, 'GET', `${policyPath}/apply`);

async function required(): Promise<string[]> {
  const { body } = await client.api(operator, 'GET', '/api/customers?filter=required&limit=100');
  return z
    .object({ data: z.array(z.object({ id: z.string() })) })
    .parse(body)
    .data.map(({ id }) => id);
}

async function stats(): Promise<Answer> {
  const today = Date.now();
  const day = (shift: number): string => new Date(today + shift * 86_400_000).toISOString().slice(0, 10);
  return client.api(operator, 'GET', `/api/subaccounts/quay/identity-stats?from=${day(-1)}&to=${day(1)}`);
}

describe('a policy for all users', () => {
  it('is simulated before it is saved', async () => {
    const { status, body } = await client.api(operator, 'POST', `${policyPath}/simulate`, {
      identity_verification_mode: 'all_users',
      price_per_verification: 2,
    });

    expect(status).toBe(200);
    expect(body).toMatchObject({
      complete: true,
      customers_seen: 60,
      newly_flagged: 60,
      newly_blocked: 60,
      cost: { amount: 120 },
    });
  });

  it('is applied to everybody once, whatever is killed meanwhile', async () => {
    const saved = await client.api(operator, 'PUT', policyPath, {
      version: 1,
      identity_verification_mode: 'all_users',
    });
    expect(saved.status).toBe(200);
    const started = await client.api(operator, 'POST', `${policyPath}/apply`);
    expect(started).toMatchObject({ status: 202, body: { status: 'queued', policy_version: 2 } });
    const flaggedBefore = await until(required, (ids) => ids.length > 0);

    await run.kill();
    expect(flaggedBefore.length).toBeLessThan(60);
    run = await startRun(run);

    const done = await until(
      progress,
      ({ body }) => body['status'] !== 'queued' && body['status'] !== 'running',
      60_000,
    );
    expect(done.body).toMatchObject({
      id: started.body['id'],
      status: 'done',
      processed: 60,
      flagged: 60,
    });
    expect((await required()).toSorted()).toEqual(riders);
  }, 120_000);

  it('leaves each of them one version, one push and one count further', async () => {
    for (const id of riders) {
      const { body } = await client.api(operator, 'GET', `/api/customers/${id}`);
      expect(body).toMatchObject({ version: 2, identity_verification_required_reason: 'subaccount_policy' });
      const pushes = await until(
        () => client.pushesTo(id),
        (list) => list.length > 0,
      );
      expect(new Set(pushes.map((push) => push.id)).size).toBe(1);
    }
    const counted = await until(stats, ({ body }) => JSON.stringify(body).includes('"flagged":60'));
    expect(counted.body).toMatchObject({ funnel: { created: 60, flagged: 60, verified: 0 } });
  }, 60_000);

  it('again finds nobody to flag', async () => {
    await client.api(admin, 'POST', `${policyPath}/apply`);

    const done = await until(progress, ({ body }) => body['status'] === 'done' && body['flagged'] === 0);
    expect(done.body).toMatchObject({ processed: 60, requested_by: 'operator:root' });
  }, 60_000);
});
