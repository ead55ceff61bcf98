// The routes that take a body, each with a request that is complete but for it.

import { claims, type ApiRequest } from './events/api-gateway.ts';
import { routes, type Route } from './harness.ts';

const service = { as: claims.service(), query: { subaccount_id: 'metro' } };
export const operator = { as: claims.operator() };

/** The requests that carry a body, complete but for it. */
const withBody: Partial<Record<Route, Omit<ApiRequest, 'route'>>> = {
  'POST /api/customers': service,
  'POST /api/customers/{id}/identity-session': { ...operator, id: 'rider-1' },
  'POST /api/customers/{id}/ride-check': { ...operator, id: 'rider-1' },
  'POST /api/customers/{id}/identity-manual-verify': { ...operator, id: 'rider-1' },
  'POST /api/customers/{id}/identity-clear-requirement': { ...operator, id: 'rider-1' },
  'POST /api/customers/{id}/identity-require': { ...operator, id: 'rider-1' },
  'POST /api/customers/{id}/identity-refresh': { ...operator, id: 'rider-1' },
  'POST /api/customers/{id}/identity-redact': { ...operator, id: 'rider-1' },
  'PUT /api/customers/{id}/devices/{device_id}': {
    ...service,
    id: 'rider-1',
    parameters: { device_id: 'phone-1' },
  },
  'PUT /api/subaccounts/{id}': { ...operator, id: 'metro' },
  'PUT /api/subaccounts/{id}/identity-policy': { ...operator, id: 'metro' },
  'POST /api/subaccounts/{id}/identity-policy/simulate': { ...operator, id: 'metro' },
  'POST /api/subaccounts/{id}/identity-policy/apply': { ...operator, id: 'metro' },
  'POST /api/dead-letters/redrive': { as: claims.admin() },
};
export const bodiedRoutes = routes.flatMap((route) => {
  const request = withBody[route];
  return request === undefined ? [] : [{ route, request }];
});
