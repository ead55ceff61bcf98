// GET /api/subaccounts/{id}/customer-counts

import { beforeEach, expect, it } from 'vitest';
import { customerFilters } from '../../functions/domain/customer-list.ts';
import { addCustomer } from '../support/add-customer.ts';
import { nowMs, requiredByPolicy } from '../support/builders.ts';
import { claims } from './events/api-gateway.ts';
import { startApi, type Answer, type Api } from './harness.ts';

let api: Api;

beforeEach(async () => {
  api = await startApi();
});

function counts(id = 'metro', as = claims.operator('metro')): Promise<Answer> {
  return api.call({ route: 'GET /api/subaccounts/{id}/customer-counts', as, id });
}

it('every filter has its count, of the subaccount’s own customers', async () => {
  await addCustomer(api.customers, { id: 'a', requirement: requiredByPolicy, identityStatus: 'failed' });
  await addCustomer(api.customers, { id: 'b', identityStatus: 'failed', alternativeRequestedAtMs: nowMs });
  await addCustomer(api.customers, { id: 'c', identityStatus: 'canceled' });
  await addCustomer(api.customers, { id: 'a', subaccountId: 'harbor', identityStatus: 'verified' });

  expect((await counts()).body).toEqual({
    data: [
      { filter: 'required', count: 1, capped: false },
      { filter: 'pending', count: 0, capped: false },
      { filter: 'requires_input', count: 0, capped: false },
      { filter: 'failed', count: 2, capped: false },
      { filter: 'verified', count: 0, capped: false },
      { filter: 'alternative_requested', count: 1, capped: false },
      { filter: 'all', count: 3, capped: false },
    ],
  });
});

it.each([
  [499, 499, false],
  [500, 500, true],
  [501, 500, true],
])('%i customers are counted as %i, capped: %s', async (there, count, capped) => {
  for (let number = 0; number < there; number += 1) {
    await addCustomer(api.customers, { id: `rider-${number}`, stripeCustomerId: null });
  }

  expect((await counts()).body['data']).toContainEqual({ filter: 'all', count, capped });
});

it('an empty subaccount has zeros', async () => {
  expect((await counts()).body).toEqual({
    data: customerFilters.map((filter) => ({ filter, count: 0, capped: false })),
  });
});

it.each(['nowhere', 'a#b', ''])('a subaccount that doesn’t exist answers 404 to an admin: %j', async (id) => {
  expect(await counts(id, claims.admin())).toMatchObject({
    status: 404,
    body: { code: 'subaccount_not_found' },
  });
});

it('another subaccount’s are hidden from operators', async () => {
  expect(await counts('harbor')).toMatchObject({ status: 404, body: { code: 'subaccount_not_found' } });
});
