// GET /api/customers

import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { customerListJson } from '../../functions/contracts/customer.ts';
import { addCustomer } from '../support/add-customer.ts';
import { minuteMs, nowMs, requiredByPolicy } from '../support/builders.ts';
import { claims } from './events/api-gateway.ts';
import { faultyPaths, startApi, type Answer, type Api } from './harness.ts';

let api: Api;

beforeEach(async () => {
  api = await startApi();
});

function list(query?: Record<string, string>): Promise<Answer> {
  return api.call({ route: 'GET /api/customers', as: claims.operator(), ...(query && { query }) });
}

function idsOf({ body }: Answer): string[] {
  return z
    .object({ data: z.array(z.object({ id: z.string() })) })
    .parse(body)
    .data.map(({ id }) => id);
}

describe('a filter', () => {
  beforeEach(async () => {
    await addCustomer(api.customers, { id: 'required', requirement: requiredByPolicy });
    for (const identityStatus of ['pending', 'requires_input', 'failed', 'verified', 'canceled'] as const) {
      await addCustomer(api.customers, { id: identityStatus, identityStatus });
    }
  });

  it.each(['required', 'pending', 'requires_input', 'failed', 'verified'])(
    '%s shows just those',
    async (filter) => {
      const answer = await list({ filter });

      expect(customerListJson.parse(answer.body).next_cursor).toBeNull();
      expect(idsOf(answer)).toEqual([filter]);
    },
  );

  it.each([{ filter: 'all' }, undefined])('all, and none, show everybody (%j)', async (query) => {
    expect(idsOf(await list(query))).toHaveLength(6);
  });
});

it('a customer tells since when he is in the list of his status', async () => {
  const identityStatusAtMs = nowMs - 3 * minuteMs;
  await addCustomer(api.customers, { id: 'failed', identityStatus: 'failed', identityStatusAtMs });

  expect((await list({ filter: 'failed' })).body).toMatchObject({
    data: [{ id: 'failed', identity_status_at: new Date(identityStatusAtMs).toISOString() }],
  });
});

describe('pages', () => {
  beforeEach(async () => {
    for (let number = 1; number <= 5; number += 1) {
      await addCustomer(api.customers, { id: `rider-${number}`, createdAtMs: nowMs + number * minuteMs });
    }
  });

  it('lead through everybody once, newest first', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const answer: Answer = await list({ limit: '2', ...(cursor !== null && { cursor }) });
      seen.push(...idsOf(answer));
      cursor = customerListJson.parse(answer.body).next_cursor;
    } while (cursor !== null);

    expect(seen).toEqual(['rider-5', 'rider-4', 'rider-3', 'rider-2', 'rider-1']);
  });

  it('can begin with the oldest, and go on so without being told again', async () => {
    const first = await list({ limit: '2', order: 'oldest' });
    const cursor = customerListJson.parse(first.body).next_cursor ?? '';

    expect(idsOf(first)).toEqual(['rider-1', 'rider-2']);
    expect(idsOf(await list({ limit: '2', cursor }))).toEqual(['rider-3', 'rider-4']);
    expect(idsOf(await list({ limit: '2', cursor, order: 'oldest' }))).toEqual(['rider-3', 'rider-4']);
  });

  it('can’t be turned round on the way', async () => {
    const cursor = customerListJson.parse((await list({ limit: '2' })).body).next_cursor ?? '';

    const answer = await list({ limit: '2', cursor, order: 'oldest' });

    expect(answer.status).toBe(400);
    expect(faultyPaths(answer)).toEqual(['cursor']);
  });

  it('are in an order that is known', async () => {
    expect(faultyPaths(await list({ order: 'random' }))).toEqual(['order']);
  });

  it('hold 25 customers where nobody says otherwise, and 100 at most', async () => {
    for (let number = 6; number <= 30; number += 1)
      await addCustomer(api.customers, { id: `rider-${number}` });

    expect(idsOf(await list())).toHaveLength(25);
    expect(idsOf(await list({ limit: '100' }))).toHaveLength(30);
  });
});

it('an empty subaccount has an empty list', async () => {
  expect((await list()).body).toEqual({ data: [], next_cursor: null });
});

it('each customer of a list has all fields', async () => {
  await addCustomer(api.customers);

  expect(customerListJson.parse((await list()).body).data).toHaveLength(1);
});

it('a subaccount that doesn’t exist answers 404 to an admin', async () => {
  const query = { subaccount_id: 'nowhere' };

  expect(await api.call({ route: 'GET /api/customers', as: claims.admin(), query })).toMatchObject({
    status: 404,
    body: { code: 'subaccount_not_found' },
  });
});
