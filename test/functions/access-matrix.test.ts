// Every endpoint of functions/contracts/api.ts × everybody who could call it, generated: who gets through, who is
// refused (403), to whom it isn't there (404), and that nobody who didn't get through changed anything.

import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { endpoints } from '../../functions/contracts/api.ts';
import type { Endpoint, Role } from '../../functions/contracts/endpoint.ts';
import { addCustomer } from '../support/add-customer.ts';
import { requests } from './callers.ts';
import { claims, type Claims } from './events/api-gateway.ts';
import { faultyPaths, routes, startApi, stored, type Api, type Route } from './harness.ts';

type Caller = {
  who: string;
  role: Role | null;
  as: Claims | null;
  /** The subaccount of the token. */
  home?: 'harbor' | 'metro';
  /** The subaccount that the query names, where the endpoint lets it. */
  names?: 'harbor' | 'metro';
  /** A rider's own id. */
  customerId?: string;
};

/** All of them ask about `rider-1` of `harbor`, or about `harbor` itself. */
const callers: readonly Caller[] = [
  { who: 'somebody without a token', role: null, as: null },
  {
    who: 'the rider',
    role: 'rider',
    as: claims.rider('rider-1', 'harbor'),
    home: 'harbor',
    customerId: 'rider-1',
  },
  {
    who: 'another rider of the subaccount',
    role: 'rider',
    as: claims.rider('rider-2', 'harbor'),
    home: 'harbor',
    customerId: 'rider-2',
  },
  {
    who: 'another subaccount’s rider of that id',
    role: 'rider',
    as: claims.rider('rider-1', 'metro'),
    home: 'metro',
    customerId: 'rider-1',
  },
  { who: 'the subaccount’s operator', role: 'operator', as: claims.operator('harbor'), home: 'harbor' },
  { who: 'another subaccount’s operator', role: 'operator', as: claims.operator('metro'), home: 'metro' },
  {
    who: 'another subaccount’s operator who names this one',
    role: 'operator',
    as: claims.operator('metro'),
    home: 'metro',
    names: 'harbor',
  },
  { who: 'an admin', role: 'admin', as: claims.admin(), names: 'harbor' },
  { who: 'an admin who names another subaccount', role: 'admin', as: claims.admin(), names: 'metro' },
  { who: 'an admin who names no subaccount', role: 'admin', as: claims.admin() },
  { who: 'a service', role: 'service', as: claims.service(), names: 'harbor' },
  { who: 'a service that names another subaccount', role: 'service', as: claims.service(), names: 'metro' },
  { who: 'a service that names no subaccount', role: 'service', as: claims.service() },
];

const withToken = Object.values<Endpoint>(endpoints).filter(({ roles }) => roles.length > 0);
const byRoute = new Map(withToken.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint]));

/** Admins and services say in the query whom they mean, unless the path does. */
function takesSubaccount({ query }: Endpoint): boolean {
  return query instanceof z.ZodObject && 'subaccount_id' in query.shape;
}

/** Who may call what, as a rule. */
function expected(endpoint: Endpoint, caller: Caller, good: number): number {
  if (caller.role === null || !endpoint.roles.includes(caller.role)) return 403;
  const named = takesSubaccount(endpoint) ? caller.names : undefined;
  if (takesSubaccount(endpoint) && caller.home === undefined && named === undefined) return 400;
  if (caller.home !== undefined && named !== undefined && named !== caller.home) return 404;
  if (!endpoint.path.includes('{id}')) return good;
  if ((caller.home ?? named ?? 'harbor') !== 'harbor') return 404;
  return caller.customerId === undefined || caller.customerId === 'rider-1' ? good : 404;
}

let api: Api;

beforeEach(async () => {
  api = await startApi();
  await addCustomer(api.customers, { subaccountId: 'harbor', id: 'rider-1' });
  await addCustomer(api.customers, { subaccountId: 'harbor', id: 'rider-2' });
});

it('every endpoint that asks for a token is in the matrix', () => {
  expect(routes.toSorted()).toEqual([...byRoute.keys()].toSorted());
});

describe.each(routes)('%s', (route) => {
  const endpoint = endpointOf(route);
  const { request, status: good, allowed } = requests[route];

  it('is for those for whom the rule says it is', () => {
    expect(endpoint.roles.toSorted()).toEqual(allowed.toSorted());
  });

  const cases = callers.map((caller) => ({ ...caller, status: expected(endpoint, caller, good) }));

  it.each(cases)('$who → $status', async ({ as, role, names, status }) => {
    const before = stored(api);
    const named = names !== undefined && takesSubaccount(endpoint) && { subaccount_id: names };

    const answer = await api.call({ ...request, route, as, query: { ...request.query, ...named } });

    const mayCall = role !== null && endpoint.roles.includes(role);
    expect(answer.status).toBe(status);
    expect(answer.body['code'] === 'forbidden').toBe(!mayCall);
    if (status === 400) expect(faultyPaths(answer)).toEqual(['subaccount_id']);
    if (status !== good || good >= 400) expect(stored(api)).toEqual(before);
  });
});

function endpointOf(route: Route): Endpoint {
  const endpoint = byRoute.get(route);
  if (endpoint === undefined) throw new Error(`${route} is not in functions/contracts/api.ts`);
  return endpoint;
}
