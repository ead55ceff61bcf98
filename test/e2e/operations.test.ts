// What an engineer sees of webhooks and of the reconciler, of events and runs that really were.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { reconcilerRunListJson } from '../../functions/contracts/reconciler-run.ts';
import { webhookHealthJson } from '../../functions/contracts/webhook-health.ts';
import { clientOf, until, type Client } from './http-client.ts';
import { startRun, type Run } from './run.ts';

let run: Run;
let client: Client;
let admin: string;

beforeAll(async () => {
  run = await startRun();
  client = clientOf(run.port);
  admin = await client.token('admin', { user_id: 'ad-1' });
}, 120_000);

afterAll(async () => {
  await run.stop();
});

async function health() {
  return webhookHealthJson.parse((await client.api(admin, 'GET', '/api/webhook-health?hours=2')).body);
}

it('tells of events that were done and dropped, when, how old they were, and that none waits', async () => {
  const service = await client.token('service');
  await client.api(service, 'POST', '/api/customers?subaccount_id=metro', {
    id: 'payer-1',
    stripe_customer_id: 'cus_payer1',
  });
  const pay = (customer: string) =>
    client.steer('POST', '/charges', { customer, risk_level: 'normal', status: 'succeeded' });
  await pay('cus_payer1');
  await pay('cus_stranger');

  const { waiting, last_processed_at, age } = await until(
    health,
    ({ hours }) => hours.some(({ processed }) => processed > 0) && hours.some(({ dropped }) => dropped > 0),
  );

  expect(waiting.dead_letters).toBe(0);
  expect(last_processed_at).not.toBeNull();
  expect(age.median_seconds).toBeLessThan(60);
  await until(health, (now) => now.waiting.fresh + now.waiting.backlog === 0);
});

it('tells of each run of the reconciler', async () => {
  const invoked = await client.invoke('RideGate-prod-Webhook-Reconcile', { quiet_seconds: 0 });
  expect(invoked.status).toBe(200);

  const { data } = reconcilerRunListJson.parse(
    (await client.api(admin, 'GET', '/api/reconciler-runs?limit=1')).body,
  );

  expect(data).toMatchObject([{ outcome: 'completed', open_sessions: { cause: null } }]);
});
