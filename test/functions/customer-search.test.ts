// GET /api/customers?search=…

import { beforeEach, describe, expect, it } from 'vitest';
import { customerListJson } from '../../functions/contracts/customer.ts';
import { addCustomer } from '../support/add-customer.ts';
import { claims } from './events/api-gateway.ts';
import { faultyPaths, startApi, type Answer, type Api } from './harness.ts';

let api: Api;

beforeEach(async () => {
  api = await startApi();
  await addCustomer(api.customers, { id: 'rider-1', stripeCustomerId: 'cus_1' });
  await addCustomer(api.customers, { id: 'cus_1', stripeCustomerId: null });
  await addCustomer(api.customers, { id: 'rider-9', subaccountId: 'harbor', stripeCustomerId: 'cus_9' });
});

function find(query: Record<string, string>, as = claims.operator('metro')): Promise<Answer> {
  return api.call({ route: 'GET /api/customers', as, query });
}

async function found(search: string, as = claims.operator('metro')): Promise<string[]> {
  const { data, next_cursor } = customerListJson.parse((await find({ search }, as)).body);
  expect(next_cursor).toBeNull();
  return data.map(({ id }) => id);
}

/** Has the customer start a verification, and answers the id of its session at Stripe. */
async function sessionOf(customerId: string, subaccountId: string): Promise<string> {
  const { body } = await api.call({
    route: 'POST /api/customers/{id}/identity-session',
    as: claims.operator(subaccountId),
    id: customerId,
  });
  return String(body['session_id']);
}

describe('a search', () => {
  it('shows who has the id, in the shape of a list', async () => {
    const listed = customerListJson.parse((await find({ limit: '100' })).body).data;

    const { body } = await find({ search: 'rider-1' });

    expect(body).toEqual({ data: listed.filter(({ id }) => id === 'rider-1'), next_cursor: null });
  });

  it('shows who has a session', async () => {
    const session = await sessionOf('rider-9', 'harbor');

    expect(session).toMatch(/^vs_/);
    expect(await found(session, claims.operator('harbor'))).toEqual(['rider-9']);
    expect(await found(session)).toEqual([]);
  });

  it('shows both whom an id can mean, also on a page of one', async () => {
    expect(await found('cus_1')).toEqual(['cus_1', 'rider-1']);
    expect(customerListJson.parse((await find({ search: 'cus_1', limit: '1' })).body).data).toHaveLength(2);
  });

  it.each(['nobody', 'rider', 'RIDER-1', 'cus_404', 'vs_404', 'vs_1', 'x'.repeat(128)])(
    'for what nobody has is an empty list: %s',
    async (search) => {
      expect(await found(search)).toEqual([]);
    },
  );

  it.each(['rider-9', 'cus_9'])('finds nobody of another subaccount: %s', async (search) => {
    expect(await found(search)).toEqual([]);
    expect(await found(search, claims.operator('harbor'))).toEqual(['rider-9']);
  });

  it('of an admin is in the subaccount that he names', async () => {
    const asked = await find({ search: 'cus_9', subaccount_id: 'harbor' }, claims.admin());
    expect(customerListJson.parse(asked.body).data).toHaveLength(1);

    expect(await find({ search: 'cus_9' }, claims.admin())).toMatchObject({ status: 400 });
    expect(await find({ search: 'cus_9', subaccount_id: 'nowhere' }, claims.admin())).toMatchObject({
      status: 404,
      body: { code: 'subaccount_not_found' },
    });
  });

  it('takes a long id of Stripe, which is longer than our own may be', async () => {
    const stripeCustomerId = `cus_${'a'.repeat(251)}`;
    await addCustomer(api.customers, { id: 'rider-2', stripeCustomerId });

    expect(await found(stripeCustomerId)).toEqual(['rider-2']);
  });

  it.each([
    '',
    ' rider-1',
    'rider-1 ',
    'rider-1\n',
    'ｒider-1',
    'a#b',
    'SUB#metro#CUST#rider-1',
    '../rider-1',
    'cus_é',
    '\u0000',
    'Ada Lovelace',
    'x'.repeat(129),
    `cus_${'a'.repeat(252)}`,
  ])('is refused for what can be no id, and trims nothing: %j', async (search) => {
    const answer = await find({ search });

    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
    expect(faultyPaths(answer)).toEqual(['search']);
  });

  it('stands for itself: a filter, an order and a cursor beside it are refused, all of them named', async () => {
    const answer = await find({ search: 'rider-1', filter: 'all', order: 'newest', cursor: 'abc' });

    expect(answer.status).toBe(400);
    expect(faultyPaths(answer)).toEqual(['cursor', 'filter', 'order']);
    expect(JSON.stringify(answer.body)).toContain('can’t be combined with \\"search\\"');
  });
});
