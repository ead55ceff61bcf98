// GET and PUT /api/subaccounts/{id}

import { beforeEach, describe, expect, it } from 'vitest';
import { subaccountJson } from '../../functions/contracts/subaccount.ts';
import { ConcurrentChange } from '../../functions/domain/faults.ts';
import { claims } from './events/api-gateway.ts';
import { callerOf, startApi, type Answer, type Api } from './harness.ts';

let api: Api;

beforeEach(async () => {
  api = await startApi();
});

function get(id: string, as = claims.admin()): Promise<Answer> {
  return api.call({ route: 'GET /api/subaccounts/{id}', as, id });
}

function put(id: string, as = claims.admin(), call = api.call): Promise<Answer> {
  return call({
    route: 'PUT /api/subaccounts/{id}',
    as,
    id,
    body: { name: ' Lake Bikes ', app_name: 'Lake' },
  });
}

describe('a subaccount', () => {
  it('is read with its name, the app’s name and its version', async () => {
    expect(subaccountJson.parse((await get('metro')).body)).toMatchObject({
      id: 'metro',
      name: 'metro name',
      app_name: 'metro app',
      operational_zones: null,
      version: 1,
    });
  });

  it('that doesn’t exist answers 404', async () => {
    expect(await get('lake')).toMatchObject({ status: 404, body: { code: 'subaccount_not_found' } });
  });

  it('is made by an admin, with the default policy', async () => {
    const answer = await put('lake');

    expect(answer).toMatchObject({
      status: 200,
      body: { id: 'lake', name: 'Lake Bikes', app_name: 'Lake', version: 1 },
    });
    const policy = await api.call({
      route: 'GET /api/subaccounts/{id}/identity-policy',
      as: claims.operator('lake'),
      id: 'lake',
    });
    expect(policy.body).toMatchObject({ version: 1, identity_verification_mode: 'risk_based' });
  });

  it('is not made by an operator', async () => {
    expect(await put('lake', claims.operator('lake'))).toMatchObject({
      status: 404,
      body: { code: 'subaccount_not_found' },
    });
    expect((await get('lake')).status).toBe(404);
  });

  it.each([claims.admin(), claims.operator('metro')])(
    'is renamed, one version on, its policy untouched',
    async (as) => {
      const before = await api.subaccounts.load('metro');

      expect((await put('metro', as)).body).toMatchObject({ name: 'Lake Bikes', version: 2 });
      expect((await api.subaccounts.load('metro'))?.policy).toEqual(before?.policy);
    },
  );

  it('that somebody else saves at the same moment is a conflict', async () => {
    const save = () => Promise.reject(new ConcurrentChange());
    const call = callerOf({ ...api, subaccounts: { ...api.subaccounts, save } });

    expect(await put('metro', claims.admin(), call)).toMatchObject({
      status: 409,
      body: { code: 'version_conflict' },
    });
  });
});
