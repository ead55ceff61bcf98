// Nobody reaches into another subaccount, and nobody learns what is in it; beside access-matrix.test.ts,
// what the matrix does not try.

import { beforeEach, describe, expect, it } from 'vitest';
import { addCustomer } from '../support/add-customer.ts';
import { requests, tokens } from './callers.ts';
import { routes, startApi, stored, type Api } from './harness.ts';

let api: Api;

beforeEach(async () => {
  api = await startApi();
  await addCustomer(api.customers, { subaccountId: 'harbor', id: 'rider-1' });
  await addCustomer(api.customers, { subaccountId: 'metro', id: 'rider-m' });
});

describe('what belongs to another subaccount answers 404', () => {
  const ofCustomers = routes.filter((route) => route.includes('/customers/{id}'));
  const ofOperators = ofCustomers.filter((route) => requests[route].allowed.includes('operator'));

  it.each(ofOperators)('%s: an operator, by the customer’s id', async (route) => {
    const before = stored(api);

    const answer = await api.call({ ...requests[route].request, route, as: tokens.operator, id: 'rider-m' });

    expect(answer).toMatchObject({ status: 404, body: { code: 'customer_not_found' } });
    expect(stored(api)).toEqual(before);
  });

  it.each(ofOperators)('%s: an operator, by naming the subaccount too', async (route) => {
    const { request } = requests[route];
    const query = { ...request.query, subaccount_id: 'metro' };

    const answer = await api.call({ ...request, route, as: tokens.operator, id: 'rider-m', query });

    expect(answer).toMatchObject({ status: 404, body: { code: 'subaccount_not_found' } });
  });

  it.each(ofCustomers.filter((route) => requests[route].allowed.includes('rider')))(
    '%s: a rider, any customer but himself',
    async (route) => {
      await addCustomer(api.customers, { subaccountId: 'harbor', id: 'rider-2' });

      for (const id of ['rider-2', 'rider-m', 'nobody']) {
        const answer = await api.call({ ...requests[route].request, route, as: tokens.rider, id });
        expect(answer).toMatchObject({ status: 404, body: { code: 'customer_not_found' } });
      }
    },
  );

  it.each(ofCustomers.filter((route) => requests[route].allowed.includes('service')))(
    '%s: a service, in a subaccount where the customer is not',
    async (route) => {
      for (const subaccountId of ['metro', 'nowhere', 'harbor#CUST', '__proto__']) {
        const query = { subaccount_id: subaccountId };
        const answer = await api.call({ ...requests[route].request, route, as: tokens.service, query });
        expect(answer.status).toBe(404);
      }
    },
  );

  it('GET /api/customers: an operator sees his own only', async () => {
    const answer = await api.call({ route: 'GET /api/customers', as: tokens.operator });

    expect(answer.body).toMatchObject({
      data: [{ id: 'rider-1', subaccount_id: 'harbor' }],
      next_cursor: null,
    });
  });
});
