// The API through HTTP: its description, who gets through the gateway, and a ride with the typed client.

import { beforeAll, describe, expect, it } from 'vitest';
import { roles, type Role } from '../../functions/contracts/endpoint.ts';
import { requests } from '../functions/callers.ts';
import { apiDocument } from '../support/api-document.ts';
import { until, type Client } from './http-client.ts';
import { commonRun } from './common-run.ts';

let port: number;
let client: Client;
const tokens = new Map<string, string>();

const claims: Record<Role, Record<string, string>> = {
  rider: { subaccount_id: 'harbor', customer_id: 'typed' },
  operator: { subaccount_id: 'harbor', user_id: 'op-1' },
  admin: { user_id: 'ad-1' },
  service: {},
};

beforeAll(async () => {
  ({ port, client } = await commonRun());
  for (const role of roles) tokens.set(role, await client.token(role, claims[role]));
  tokens.set(
    'foreign operator',
    await client.token('operator', { subaccount_id: 'campus', user_id: 'op-9' }),
  );
}, 60_000);

const tokenOf = (name: string): string => tokens.get(name) ?? '';

describe('GET /api/openapi.json', () => {
  it('describes to anyone what is deployed, and is not sent twice', async () => {
    const first = await client.api(null, 'GET', '/api/openapi.json');
    const etag = first.headers.get('etag') ?? '';
    const again = await fetch(`http://127.0.0.1:${port}/api/openapi.json`, {
      headers: { 'if-none-match': etag },
    });

    expect(first.body).toEqual(apiDocument);
    expect(first.headers.get('cache-control')).toBe('public, max-age=300');
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
  });
});

/** Each route with a request that it would answer well, about a customer of `harbor` or about `harbor` itself. */
const cases = Object.entries(requests).map(([route, { request, allowed }]) => {
  const [method = '', path = ''] = route.split(' ');
  const query = new URLSearchParams(request.query).toString();
  const concrete = path
    .replace('/customers/{id}', '/customers/harbor-amelia')
    .replace('/subaccounts/{id}', '/subaccounts/harbor')
    .replace('{device_id}', 'phone-1');
  return {
    route,
    method,
    path: query === '' ? concrete : `${concrete}?${query}`,
    body: request.body,
    allowed,
  };
});

describe('every route, through the gateway', () => {
  it.each(cases)('$route asks for a token', async ({ method, path }) => {
    const answers = await Promise.all([
      client.api(null, method, path),
      client.api('e30.e30.forged', method, path),
    ]);

    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 401, body: { message: 'Unauthorized' } });
    }
  });

  const refusals = cases.flatMap(({ allowed, ...request }) =>
    roles.filter((role) => !allowed.includes(role)).map((role) => ({ ...request, role })),
  );

  it.each(refusals)('$route refuses: $role', async ({ method, path, body, role }) => {
    const answer = await client.api(tokenOf(role), method, path, body);

    expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  const hidden = cases.filter(({ allowed, route }) => allowed.includes('operator') && route.includes('{id}'));

  it.each(hidden)('$route: nothing is there for operators of others', async ({ method, path, body }) => {
    const answer = await client.api(tokenOf('foreign operator'), method, path, body);

    expect(answer.status).toBe(404);
  });
});

describe('the typed client', () => {
  it('takes a rider from the first check to the ride', async () => {
    const service = client.typed(tokenOf('service'));
    const rider = client.typed(tokenOf('rider'));
    const path = { id: 'typed' };

    const created = await service.POST('/api/customers', {
      params: { query: { subaccount_id: 'harbor' } },
      body: { id: 'typed', name: 'Tove Lund' },
    });
    expect(created.data?.identity_verification_required).toBe(true);

    const blocked = await rider.POST('/api/customers/{id}/ride-check', { params: { path } });
    expect(blocked.data).toBeUndefined();
    expect(blocked.error).toMatchObject({ code: 'verification_required', next_action: 'start_verification' });

    const session = await rider.POST('/api/customers/{id}/identity-session', { params: { path } });
    await client.steer('POST', `/verification_sessions/${session.data?.session_id ?? ''}/submit`, {
      outcome: 'verified',
    });
    const customer = await until(
      async () => (await rider.GET('/api/customers/{id}', { params: { path } })).data,
      (seen) => seen?.identity_status === 'verified',
    );
    expect(customer?.ride_gate).toEqual({ allowed: true, code: 'verified' });

    const allowed = await rider.POST('/api/customers/{id}/ride-check', { params: { path } });
    expect(allowed.data).toMatchObject({ allowed: true, code: 'verified' });
  });
});
