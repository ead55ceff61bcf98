// Which tokens make which caller. Who may call what: access-matrix.test.ts.

import { beforeEach, describe, expect, it } from 'vitest';
import { addCustomer } from '../support/add-customer.ts';
import { requests } from './callers.ts';
import { claims, type Claims } from './events/api-gateway.ts';
import { routes, startApi, type Api } from './harness.ts';

let api: Api;

beforeEach(async () => {
  api = await startApi();
  await addCustomer(api.customers, { subaccountId: 'harbor', id: 'rider-1' });
  await addCustomer(api.customers, { subaccountId: 'metro', id: 'rider-m' });
});

describe.each(routes)('%s is closed to a token', (route) => {
  const { sub: _, ...withoutSub } = claims.operator();
  const { 'custom:subaccount_id': __, ...homelessOperator } = claims.operator();
  const { 'custom:customer_id': ___, ...namelessRider } = claims.rider();

  it.each<[string, Claims | null]>([
    ['that is missing', null],
    ['without any claim', {}],
    ['without a subject', withoutSub],
    ['that is an ID token', { ...claims.operator(), token_use: 'id' }],
    ['of a user in no group', { ...claims.operator(), 'cognito:groups': '[]' }],
    [
      'of a group that only sounds alike',
      { ...claims.operator(), 'cognito:groups': '[operators-eu xoperators]' },
    ],
    ['of a group whose name has a comma', { ...claims.operator(), 'cognito:groups': '[x,operators]' }],
    ['of a group whose name has a tab', { ...claims.operator(), 'cognito:groups': '[x\toperators]' }],
    ['of an operator without a subaccount', homelessOperator],
    ['of a rider without a customer', namelessRider],
    ['of a service with another scope', { ...claims.service(), scope: 'ridegate/service.read openid' }],
    ['with a subaccount that is no id', { ...claims.operator(), 'custom:subaccount_id': 'metro#x' }],
  ])('%s', async (_, as) => {
    // A rider who also has a customer would be one, so the group tokens must not have any.
    const answer = await api.call({ route, as, ...requests[route].request });

    expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });
});

describe('the groups of a token', () => {
  it.each([
    ['[operators]', 'operator'],
    ['[operators admins]', 'admin'],
    ['[admins operators]', 'admin'],
    ['[drivers operators]', 'operator'],
    ['operators', 'operator'],
  ])('%s make a caller an %s', async (groups, role) => {
    const as = { ...claims.operator('harbor'), 'cognito:groups': groups };

    // Only an admin has to name the subaccount, and only an operator is held to his own.
    const { status } = await api.call({ route: 'GET /api/customers', as });

    expect(status).toBe(role === 'operator' ? 200 : 400);
  });
});
