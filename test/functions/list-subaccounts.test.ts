// GET /api/subaccounts

import { beforeEach, expect, it } from 'vitest';
import { subaccountListJson } from '../../functions/contracts/subaccount.ts';
import { claims } from './events/api-gateway.ts';
import { faultyPaths, startApi, type Answer, type Api } from './harness.ts';

let api: Api;

beforeEach(async () => {
  api = await startApi();
});

function list(query: Record<string, string> = {}): Promise<Answer> {
  return api.call({ route: 'GET /api/subaccounts', as: claims.admin(), query });
}

it('shows id and name of all subaccounts by their ids, and nothing else of them', async () => {
  expect((await list()).body).toEqual({
    data: [
      { id: 'campus', name: 'campus name' },
      { id: 'harbor', name: 'harbor name' },
      { id: 'metro', name: 'metro name' },
    ],
    next_cursor: null,
  });
});

it('shows one from when an admin made it, by its latest name', async () => {
  const save = (name: string) =>
    api.call({
      route: 'PUT /api/subaccounts/{id}',
      as: claims.admin(),
      id: 'alps',
      body: { name, app_name: 'Alps' },
    });
  await save('Alps');
  await save('Alps Bikes');

  expect(subaccountListJson.parse((await list()).body).data[0]).toEqual({ id: 'alps', name: 'Alps Bikes' });
});

it('goes page by page', async () => {
  const first = subaccountListJson.parse((await list({ limit: '2' })).body);
  const second = subaccountListJson.parse((await list({ limit: '2', cursor: first.next_cursor ?? '' })).body);

  expect([first, second].map(({ data }) => data.map(({ id }) => id))).toEqual([
    ['campus', 'harbor'],
    ['metro'],
  ]);
  expect(second.next_cursor).toBeNull();
});

it.each([{ limit: '0' }, { limit: '101' }, { cursor: '§' }, { subaccount_id: 'metro' }])(
  'refuses %j',
  async (query) => {
    const answer = await list(query);

    expect(answer.status).toBe(400);
    expect(faultyPaths(answer)).toEqual(Object.keys(query));
  },
);
