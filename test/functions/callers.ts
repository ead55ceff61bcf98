// Who calls which route with what, as a table, and a token of each role.

import { claims, type ApiRequest, type Claims } from './events/api-gateway.ts';
import type { Route } from './harness.ts';

type Details = Omit<ApiRequest, 'route' | 'as'>;
export type Role = 'rider' | 'operator' | 'admin' | 'service';

const everybody: readonly Role[] = ['rider', 'operator', 'admin', 'service'];

/** A request that each route answers well, for the customer `rider-1` of `harbor`, or for `harbor` itself. */
export const requests: Record<Route, { allowed: readonly Role[]; request: Details; status: number }> = {
  'POST /api/customers': { allowed: ['service'], request: { body: { id: 'rider-9' } }, status: 201 },
  'GET /api/customers': { allowed: ['operator', 'admin'], request: {}, status: 200 },
  'GET /api/customers/{id}': { allowed: everybody, request: { id: 'rider-1' }, status: 200 },
  'POST /api/customers/{id}/identity-session': {
    allowed: ['rider', 'operator', 'service'],
    request: { id: 'rider-1' },
    status: 201,
  },
  'POST /api/customers/{id}/ride-check': {
    allowed: ['rider', 'operator', 'service'],
    request: { id: 'rider-1' },
    status: 403,
  },
  'POST /api/customers/{id}/identity-alternative': {
    allowed: ['rider'],
    request: { id: 'rider-1', body: {} },
    status: 200,
  },
  'GET /api/customers/{id}/audit': {
    allowed: ['operator', 'admin'],
    request: { id: 'rider-1' },
    status: 200,
  },
  'POST /api/customers/{id}/identity-manual-verify': {
    allowed: ['operator'],
    request: { id: 'rider-1', body: { notes: 'Seen in person.' } },
    status: 200,
  },
  'POST /api/customers/{id}/identity-clear-requirement': {
    allowed: ['operator'],
    request: { id: 'rider-1', body: { notes: 'Known to us.' } },
    status: 200,
  },
  'POST /api/customers/{id}/identity-require': {
    allowed: ['operator'],
    request: { id: 'rider-1', body: { reason: 'other' } },
    status: 200,
  },
  'POST /api/customers/{id}/identity-refresh': {
    allowed: ['operator'],
    request: { id: 'rider-1' },
    // The customer has no session yet.
    status: 409,
  },
  'POST /api/customers/{id}/identity-redact': {
    allowed: ['operator'],
    request: { id: 'rider-1', body: { notes: 'He closed his account.' } },
    status: 200,
  },
  'GET /api/customers/{id}/identity-report': {
    allowed: ['operator'],
    request: { id: 'rider-1', query: { reason: 'Police request 12/26' } },
    // The customer has no session yet.
    status: 409,
  },
  'GET /api/customers/{id}/export': {
    allowed: ['operator'],
    request: { id: 'rider-1', query: { reason: 'He asked what we know.' } },
    status: 200,
  },
  'PUT /api/customers/{id}/devices/{device_id}': {
    allowed: ['rider', 'service'],
    request: {
      id: 'rider-1',
      parameters: { device_id: 'phone-1' },
      body: { platform: 'apns', token: 'c0ffee' },
    },
    status: 201,
  },
  'DELETE /api/customers/{id}/devices/{device_id}': {
    allowed: ['rider', 'service'],
    request: { id: 'rider-1', parameters: { device_id: 'phone-1' } },
    status: 204,
  },
  'GET /api/subaccounts': { allowed: ['admin'], request: {}, status: 200 },
  'GET /api/subaccounts/{id}': { allowed: ['operator', 'admin'], request: { id: 'harbor' }, status: 200 },
  'PUT /api/subaccounts/{id}': {
    allowed: ['operator', 'admin'],
    request: { id: 'harbor', body: { name: 'Harbor', app_name: 'Harbor Rides' } },
    status: 200,
  },
  'GET /api/subaccounts/{id}/customer-counts': {
    allowed: ['operator', 'admin'],
    request: { id: 'harbor' },
    status: 200,
  },
  'GET /api/subaccounts/{id}/identity-policy': {
    allowed: ['operator', 'admin'],
    request: { id: 'harbor' },
    status: 200,
  },
  'PUT /api/subaccounts/{id}/identity-policy': {
    allowed: ['operator', 'admin'],
    request: { id: 'harbor', body: { version: 1, identity_max_attempts: 5 } },
    status: 200,
  },
  'GET /api/subaccounts/{id}/identity-policy/versions': {
    allowed: ['operator', 'admin'],
    request: { id: 'harbor' },
    status: 200,
  },
  'POST /api/subaccounts/{id}/identity-policy/simulate': {
    allowed: ['operator', 'admin'],
    request: { id: 'harbor', body: { identity_verification_mode: 'disabled' } },
    status: 200,
  },
  'POST /api/subaccounts/{id}/identity-policy/apply': {
    allowed: ['operator', 'admin'],
    request: { id: 'harbor' },
    status: 202,
  },
  'GET /api/subaccounts/{id}/identity-policy/apply': {
    allowed: ['operator', 'admin'],
    request: { id: 'harbor' },
    // Nobody has applied a policy yet.
    status: 404,
  },
  'GET /api/subaccounts/{id}/identity-stats': {
    allowed: ['operator', 'admin'],
    request: { id: 'harbor', query: { from: '2026-02-01', to: '2026-03-01' } },
    status: 200,
  },
  'GET /api/dead-letters': { allowed: ['admin'], request: {}, status: 200 },
  'POST /api/dead-letters/redrive': { allowed: ['admin'], request: { body: { all: true } }, status: 200 },
  'GET /api/webhook-health': { allowed: ['admin'], request: {}, status: 200 },
  'GET /api/reconciler-runs': { allowed: ['admin'], request: {}, status: 200 },
};

export const tokens: Record<Role, Claims> = {
  rider: claims.rider('rider-1', 'harbor'),
  operator: claims.operator('harbor'),
  admin: claims.admin(),
  service: claims.service(),
};
