// Every route of the HTTP API and the function behind it: one place, so that it can be compared with other
// descriptions of the API.

export interface ApiRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With path parameters in braces, as API Gateway writes them. */
  readonly path: `/api/${string}`;
  /** The file functions/<name>.ts that answers it. */
  readonly functionName: ApiFunctionName;
}

export type ApiFunctionName =
  | 'create-customer'
  | 'get-customer'
  | 'list-customers'
  | 'start-identity-session'
  | 'check-ride'
  | 'verify-manually'
  | 'clear-requirement'
  | 'require-verification'
  | 'refresh-session'
  | 'get-policy'
  | 'put-policy'
  | 'get-subaccount'
  | 'put-subaccount';

export const apiRoutes: readonly ApiRoute[] = [
  { method: 'POST', path: '/api/customers', functionName: 'create-customer' },
  { method: 'GET', path: '/api/customers', functionName: 'list-customers' },
  { method: 'GET', path: '/api/customers/{id}', functionName: 'get-customer' },
  { method: 'POST', path: '/api/customers/{id}/identity-session', functionName: 'start-identity-session' },
  { method: 'POST', path: '/api/customers/{id}/ride-check', functionName: 'check-ride' },
  { method: 'POST', path: '/api/customers/{id}/identity-manual-verify', functionName: 'verify-manually' },
  {
    method: 'POST',
    path: '/api/customers/{id}/identity-clear-requirement',
    functionName: 'clear-requirement',
  },
  { method: 'POST', path: '/api/customers/{id}/identity-require', functionName: 'require-verification' },
  { method: 'POST', path: '/api/customers/{id}/identity-refresh', functionName: 'refresh-session' },
  { method: 'GET', path: '/api/subaccounts/{id}', functionName: 'get-subaccount' },
  { method: 'PUT', path: '/api/subaccounts/{id}', functionName: 'put-subaccount' },
  { method: 'GET', path: '/api/subaccounts/{id}/identity-policy', functionName: 'get-policy' },
  { method: 'PUT', path: '/api/subaccounts/{id}/identity-policy', functionName: 'put-policy' },
];
