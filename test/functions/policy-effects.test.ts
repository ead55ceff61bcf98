// Simulating and applying a policy, and the statistics, as the API answers them.

import { beforeEach, describe, expect, it } from 'vitest';
import { identityStatsJson } from '../../functions/contracts/identity-stats.ts';
import { policyApplicationJson } from '../../functions/contracts/policy-application.ts';
import { policySimulationJson } from '../../functions/contracts/policy-simulation.ts';
import { addCustomer } from '../support/add-customer.ts';
import { aRiskAssessment, requiredByPolicy } from '../support/builders.ts';
import { claims } from './events/api-gateway.ts';
import { faultyPaths, startApi, stored, type Answer, type Api } from './harness.ts';

let api: Api;

beforeEach(async () => {
  api = await startApi();
  await addCustomer(api.customers, { id: 'calm', risk: aRiskAssessment({ score: 10 }) });
  await addCustomer(api.customers, { id: 'elevated', risk: aRiskAssessment({ score: 50 }) });
  await addCustomer(api.customers, { id: 'required', requirement: requiredByPolicy });
  await addCustomer(api.customers, { id: 'verified', identityStatus: 'verified' });
});

const operator = { as: claims.operator(), id: 'metro' };
const simulate = (body: unknown): Promise<Answer> =>
  api.call({ route: 'POST /api/subaccounts/{id}/identity-policy/simulate', ...operator, body });
const apply = (id = 'metro', as = claims.operator()): Promise<Answer> =>
  api.call({ route: 'POST /api/subaccounts/{id}/identity-policy/apply', as, id });
const progress = (id = 'metro', as = claims.operator()): Promise<Answer> =>
  api.call({ route: 'GET /api/subaccounts/{id}/identity-policy/apply', as, id });
const stats = (query: Record<string, string>): Promise<Answer> =>
  api.call({ route: 'GET /api/subaccounts/{id}/identity-stats', ...operator, query });

describe('a simulation', () => {
  it('answers what the proposed policy would do, and changes nothing', async () => {
    const before = stored(api);

    const { status, body } = await simulate({ identity_verification_mode: 'all_users' });

    expect(status).toBe(200);
    expect(policySimulationJson.strict().parse(body)).toEqual({
      policy_version: 1,
      complete: true,
      customers_seen: 4,
      verified: 1,
      cleared: 0,
      already_required: 1,
      newly_flagged: 2,
      newly_blocked: 2,
      newly_blocked_once_saved: 2,
      newly_allowed: 0,
      blocked_now: 1,
      blocked_once_applied: 3,
      risk_scores: [
        { score: 10, customers: 1, flaggable: 1 },
        { score: 50, customers: 1, flaggable: 1 },
        { score: 75, customers: 0, flaggable: 0 },
        { score: null, customers: 2, flaggable: 0 },
      ],
      cost: { verifications: 2, price_per_verification: 1.5, amount: 3, currency: 'USD' },
    });
    expect(stored(api)).toEqual(before);
  });

  it.each([
    [0.1, 0.2],
    [1.35, 2.7],
    [0, 0],
    [0.33333, 0.6667],
  ])('at a price of %d costs %d for two', async (price, amount) => {
    const { body } = await simulate({
      identity_verification_mode: 'all_users',
      price_per_verification: price,
      currency: 'EUR',
    });

    expect(body['cost']).toEqual({
      verifications: 2,
      price_per_verification: price,
      amount,
      currency: 'EUR',
    });
  });

  it('of nothing proposed is of the current policy', async () => {
    const { body } = await simulate(undefined);

    expect(body).toMatchObject({ newly_blocked_once_saved: 0, newly_allowed: 0, blocked_now: 1 });
  });

  it('refuses what a policy can’t be, a price below zero, and a version', async () => {
    const answer = await simulate({
      version: 1,
      identity_verification_risk_threshold: 101,
      price_per_verification: -1,
      currency: 'euro',
    });

    expect(answer.status).toBe(400);
    expect(faultyPaths(answer)).toEqual([
      'currency',
      'identity_verification_risk_threshold',
      'price_per_verification',
      'version',
    ]);
  });

  it('of a subaccount that doesn’t exist answers 404 to an admin', async () => {
    const route = 'POST /api/subaccounts/{id}/identity-policy/simulate' as const;

    expect((await api.call({ route, as: claims.admin(), id: 'nowhere' })).status).toBe(404);
  });
});

describe('an application', () => {
  it('is taken on with 202 as a queued job, and announced', async () => {
    const { status, body } = await apply();

    expect(status).toBe(202);
    expect(policyApplicationJson.strict().parse(body)).toMatchObject({
      subaccount_id: 'metro',
      status: 'queued',
      policy_version: 1,
      requested_by: 'operator:op-1',
      processed: 0,
      flagged: 0,
      started_at: null,
      finished_at: null,
    });
    expect(api.batches.sent).toEqual([{ subaccountId: 'metro', jobId: body['id'], cursor: null }]);
  });

  it('is answered again to whoever asks while it goes on', async () => {
    const first = await apply();

    expect((await apply('metro', claims.admin())).body['id']).toBe(first.body['id']);
    expect((await progress()).body).toEqual(first.body);
  });

  it('that there never was answers 404', async () => {
    expect(await progress()).toMatchObject({ status: 404, body: { code: 'policy_application_not_found' } });
  });

  it('of a subaccount that doesn’t exist answers 404 to an admin', async () => {
    expect((await apply('nowhere', claims.admin())).body['code']).toBe('subaccount_not_found');
  });
});

describe('the statistics', () => {
  const march = { from: '2026-03-01', to: '2026-03-31' };
  const count = async (tally: Record<string, number>, day = '2026-03-15'): Promise<void> => {
    const ref = { subaccountId: 'metro', customerId: `rider-${day}` };
    await api.counters.add('metro', day, [{ ref, version: 1, atMs: Date.parse(day), tally }]);
  };

  it('answer a period with both its days', async () => {
    await count({ created: 1 }, '2026-02-28');
    await count({ created: 2, attempts: 3, 'error:abandoned': 1, 'risk:50': 1 }, '2026-03-01');
    await count({ created: 4, verified: 2, 'verified_after:41': 2 }, '2026-03-31');
    await count({ created: 8 }, '2026-04-01');

    const { status, body } = await stats({ ...march, price_per_verification: '1.2', currency: 'EUR' });

    expect(status).toBe(200);
    const { days, ...whole } = identityStatsJson.strict().parse(body);
    expect(days).toHaveLength(31);
    expect(whole).toEqual({
      ...march,
      funnel: {
        created: 6,
        flagged: 0,
        session_started: 0,
        attempts: 3,
        verified: 2,
        manually_verified: 0,
        failed: 0,
        cleared: 0,
      },
      failure_codes: [{ code: 'abandoned', count: 1 }],
      risk_scores: [
        { score: 10, charges: 0 },
        { score: 50, charges: 1 },
        { score: 75, charges: 0 },
        { score: null, charges: 0 },
      ],
      time_to_verify: { count: 2, median_seconds: 58, p90_seconds: 58, relative_error: 0.05 },
      cost: { verifications: 3, price_per_verification: 1.2, amount: 3.6, currency: 'EUR' },
    });
  });

  it('tell of each day of the period, with its cost, also of those without anything', async () => {
    await count({ flagged: 9 }, '2026-02-27');
    await count(
      { created: 7, flagged: 6, attempts: 5, verified: 3, manually_verified: 2, failed: 1 },
      '2026-02-28',
    );
    await count({ attempts: 1 }, '2026-03-02');

    const query = { from: '2026-02-28', to: '2026-03-02', price_per_verification: '0.33333' };
    const { days } = identityStatsJson.parse((await stats(query)).body);

    const none = { flagged: 0, attempts: 0, verified: 0, manually_verified: 0, failed: 0, cost_amount: 0 };
    expect(days).toEqual([
      {
        date: '2026-02-28',
        flagged: 6,
        attempts: 5,
        verified: 3,
        manually_verified: 2,
        failed: 1,
        cost_amount: 1.6667,
      },
      { ...none, date: '2026-03-01' },
      { ...none, date: '2026-03-02', attempts: 1, cost_amount: 0.3333 },
    ]);
  });

  it.each([
    { from: '2025-03-01', to: '2026-03-01' },
    { from: '2024-01-01', to: '2024-12-31' },
    { from: '2026-03-01', to: '2026-03-01' },
  ])('take a period of up to 366 days: $from to $to', async (query) => {
    const { status, body } = await stats(query);

    expect(status).toBe(200);
    const dates = identityStatsJson.parse(body).days.map(({ date }) => date);
    expect([dates.at(0), dates.at(-1)]).toEqual([query.from, query.to]);
    expect(new Set(dates).size).toBe((Date.parse(query.to) - Date.parse(query.from)) / 86_400_000 + 1);
  });

  it.each<{ query: Record<string, string>; paths: string[] }>([
    { query: {}, paths: ['from', 'to'] },
    { query: { from: '2025-02-28', to: '2026-03-01' }, paths: ['to'] },
    { query: { from: '2026-03-02', to: '2026-03-01' }, paths: ['to'] },
    { query: { from: '2026-02-30', to: 'today' }, paths: ['from', 'to'] },
    { query: { from: '2026-03-01T00:00:00Z', to: '2026-03-01' }, paths: ['from'] },
    {
      query: { ...march, price_per_verification: 'free', by: 'day' },
      paths: ['by', 'price_per_verification'],
    },
  ])('refuse $query', async ({ query, paths }) => {
    const answer = await stats(query);

    expect(answer.status).toBe(400);
    expect(faultyPaths(answer)).toEqual(paths);
  });
});

describe('applying the version that was seen', () => {
  const applyVersion = (version: unknown): Promise<Answer> =>
    api.call({
      route: 'POST /api/subaccounts/{id}/identity-policy/apply',
      ...operator,
      body: { version },
    });

  it('starts where it is in force', async () => {
    expect(await applyVersion(1)).toMatchObject({ status: 202, body: { policy_version: 1 } });
  });

  it('is a conflict where another one is, and starts nothing', async () => {
    const before = stored(api);

    expect(await applyVersion(2)).toMatchObject({ status: 409, body: { code: 'version_conflict' } });
    expect(stored(api)).toEqual(before);
    expect(api.batches.sent).toEqual([]);
  });

  it('takes whole numbers only', async () => {
    expect(faultyPaths(await applyVersion('1'))).toEqual(['version']);
  });
});
