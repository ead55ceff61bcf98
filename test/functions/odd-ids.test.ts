// An id that can't be one is the id of nobody.

import { beforeEach, describe, expect, it } from 'vitest';
import { addCustomer } from '../support/add-customer.ts';
import { bodiedRoutes } from './bodied-routes.ts';
import { claims } from './events/api-gateway.ts';
import { startApi, stored, type Api, type Route } from './harness.ts';

let api: Api;

beforeEach(async () => {
  api = await startApi();
  await addCustomer(api.customers);
});

describe('odd customer ids in the path', () => {
  const ofCustomers = bodiedRoutes.filter(({ route }) => route.includes('/customers/{id}'));
  const bodies: Partial<Record<Route, unknown>> = {
    'POST /api/customers/{id}/identity-manual-verify': { notes: 'Seen in person.' },
    'POST /api/customers/{id}/identity-clear-requirement': { notes: 'Known to us.' },
    'POST /api/customers/{id}/identity-require': { reason: 'other' },
    'POST /api/customers/{id}/identity-redact': { notes: 'The rider asked.' },
    'PUT /api/customers/{id}/devices/{device_id}': { platform: 'apns', token: 'c0ffee' },
  };
  const ids = [
    'a#b',
    '%23',
    'rider-1#PROFILE',
    'rider-1 ',
    'rider-1\n',
    'ｒider-1',
    'rider-1\u200b',
    '__proto__',
    'constructor',
    '../rider-1',
    'rider-1/audit',
    '*',
    '',
    '\u0000',
    '😀',
    'x'.repeat(129),
    'x'.repeat(5000),
  ];

  const cases = ofCustomers.flatMap(({ route, request }) =>
    ids.map((id) => ({ route, request, id, shown: JSON.stringify(id.slice(0, 20)), length: id.length })),
  );

  it.each(cases)('$route: $shown ($length characters) → 404', async ({ route, request, id }) => {
    const before = stored(api);

    const answer = await api.call({ route, ...request, id, body: bodies[route] });

    expect(answer).toMatchObject({ status: 404, body: { code: 'customer_not_found' } });
    expect(stored(api)).toEqual(before);
  });
});

describe('odd subaccount ids in the path', () => {
  it.each(['a#b', '%23', '__proto__', 'ｍetro', 'x'.repeat(65), '', 'METRO'])(
    '%s → 404 to an admin',
    async (id) => {
      const answer = await api.call({ route: 'GET /api/subaccounts/{id}', as: claims.admin(), id });

      expect(answer).toMatchObject({ status: 404, body: { code: 'subaccount_not_found' } });
    },
  );
});
