// What people write is kept as it was written, or refused: it has to be text.

import { beforeEach, describe, expect, it } from 'vitest';
import { addCustomer } from '../support/add-customer.ts';
import { claims, type ApiRequest } from './events/api-gateway.ts';
import { faultyPaths, startApi, stored, type Api, type Route } from './harness.ts';

type Field = ApiRequest & { route: Route; field: string; body: object };

const fields: Field[] = [
  {
    route: 'POST /api/customers',
    as: claims.service(),
    query: { subaccount_id: 'harbor' },
    field: 'name',
    body: { id: 'ada' },
  },
  ...(['manual-verify', 'clear-requirement', 'require'] as const).map((action): Field => ({
    route: `POST /api/customers/{id}/identity-${action}`,
    as: claims.operator('harbor'),
    id: 'rider-1',
    field: 'notes',
    body: action === 'require' ? { reason: 'other' } : {},
  })),
  {
    route: 'POST /api/customers/{id}/identity-alternative',
    as: claims.rider('rider-1', 'harbor'),
    id: 'rider-1',
    field: 'message',
    body: {},
  },
  ...['name', 'app_name'].map((field): Field => ({
    route: 'PUT /api/subaccounts/{id}',
    as: claims.operator('harbor'),
    id: 'harbor',
    field,
    body: { name: 'Harbor', app_name: 'Harbor' },
  })),
];

let api: Api;

beforeEach(async () => {
  api = await startApi();
  await addCustomer(api.customers, { subaccountId: 'harbor' });
});

describe.each(fields)('$route: $field', ({ field, body, ...request }) => {
  it.each([
    ['half a surrogate pair', 'Zo\ud83d'],
    ['the other half', '\ude00Zo'],
    ['NUL', 'Zo\u0000e'],
    ['an escape', '\u001b[31mZo'],
    ['a delete', 'Zo\u007f'],
    ['a control character of ISO 6429', 'Zo\u0085'],
    ['nothing but a zero-width space', '\u200b'],
    ['nothing but marks of direction', ' \u202e\u2066 '],
  ])('with %s is refused', async (_, text) => {
    const before = stored(api);

    const answer = await api.call({ ...request, body: { ...body, [field]: text } });

    expect(answer.status).toBe(400);
    expect(faultyPaths(answer)).toEqual([field]);
    expect(stored(api)).toEqual(before);
  });

  it('may be in any script and have several lines', async () => {
    const answer = await api.call({ ...request, body: { ...body, [field]: 'Zoë 😀\r\n\t你好\u200d' } });

    expect(answer.status).toBeLessThan(300);
  });
});
