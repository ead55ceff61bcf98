// Wrong types and unknown fields are refused, with all of them listed.

import { beforeEach, describe, expect, it } from 'vitest';
import { addCustomer } from '../support/add-customer.ts';
import { bodiedRoutes, operator } from './bodied-routes.ts';
import { faultyPaths, startApi, stored, type Api, type Route } from './harness.ts';

let api: Api;

beforeEach(async () => {
  api = await startApi();
  await addCustomer(api.customers);
});

describe('wrong types are all listed', () => {
  it.each<{ route: Route; body: Record<string, unknown>; paths: string[] }>([
    {
      route: 'POST /api/customers',
      body: {
        id: 'a#b',
        stripe_customer_id: 'card_1',
        email: 'nobody',
        name: '',
        phone: '0171 123',
        signup_ip: '300.1.1.1',
        signup_latitude: 90.1,
        signup_longitude: '13.4',
        signup_location_accuracy: -1,
        nickname: 'x',
      },
      paths: [
        'email',
        'id',
        'name',
        'nickname',
        'phone',
        'signup_ip',
        'signup_latitude',
        'signup_location_accuracy',
        'signup_longitude',
        'stripe_customer_id',
      ],
    },
    { route: 'POST /api/customers', body: {}, paths: ['id'] },
    {
      route: 'POST /api/customers/{id}/identity-session',
      body: { return_url: 7, biometric_consent: 'yes' },
      paths: ['biometric_consent', 'return_url'],
    },
    { route: 'POST /api/customers/{id}/identity-manual-verify', body: {}, paths: ['notes'] },
    { route: 'POST /api/customers/{id}/identity-manual-verify', body: { notes: '   ' }, paths: ['notes'] },
    {
      route: 'POST /api/customers/{id}/identity-manual-verify',
      body: { notes: 'x'.repeat(2001) },
      paths: ['notes'],
    },
    { route: 'POST /api/customers/{id}/identity-clear-requirement', body: { notes: 7 }, paths: ['notes'] },
    {
      route: 'POST /api/customers/{id}/identity-require',
      body: { reason: 'a_feeling', notes: '' },
      paths: ['notes', 'reason'],
    },
    { route: 'POST /api/customers/{id}/identity-require', body: {}, paths: ['reason'] },
    { route: 'PUT /api/subaccounts/{id}', body: { name: 1 }, paths: ['app_name', 'name'] },
    {
      route: 'PUT /api/subaccounts/{id}/identity-policy',
      body: {
        version: 0,
        identity_verification_mode: 'sometimes',
        identity_verification_risk_threshold: 101,
        identity_max_attempts: 0,
        identity_require_selfie: 'true',
        identity_allowed_document_types: [],
        identity_require_live_capture: 1,
        identity_minimum_age: 12,
        identity_verification_flow: 'flow_1',
        identity_unscored_payment: 'deny',
        identity_risk_evaluation: 'second_charge',
        identity_blocked_charge_triggers: null,
        identity_exempt_customers_created_before: '2026-02-30T00:00:00Z',
        identity_data_retention: 'all',
        identity_retention_days: 3651,
        identity_document_expiry_reminders: 30,
        identity_document_expiry_reverification: 'yes',
      },
      paths: [
        'identity_allowed_document_types',
        'identity_blocked_charge_triggers',
        'identity_data_retention',
        'identity_document_expiry_reminders',
        'identity_document_expiry_reverification',
        'identity_exempt_customers_created_before',
        'identity_max_attempts',
        'identity_minimum_age',
        'identity_require_live_capture',
        'identity_require_selfie',
        'identity_retention_days',
        'identity_risk_evaluation',
        'identity_unscored_payment',
        'identity_verification_flow',
        'identity_verification_mode',
        'identity_verification_risk_threshold',
        'version',
      ],
    },
    {
      route: 'PUT /api/subaccounts/{id}/identity-policy',
      body: {
        identity_verification_risk_threshold: 49.5,
        identity_max_attempts: 11,
        identity_allowed_document_types: ['passport', 'library_card'],
        identity_minimum_age: 100,
        identity_retention_days: 0,
        subaccount_id: 'metro',
      },
      paths: [
        'identity_allowed_document_types.1',
        'identity_max_attempts',
        'identity_minimum_age',
        'identity_retention_days',
        'identity_verification_risk_threshold',
        'subaccount_id',
        'version',
      ],
    },
    {
      route: 'PUT /api/subaccounts/{id}/identity-policy',
      body: { version: 1, identity_allowed_document_types: ['passport', 'passport'] },
      paths: ['identity_allowed_document_types'],
    },
  ])('$route: $paths', async ({ route, body, paths }) => {
    const before = stored(api);
    const request = bodiedRoutes.find((candidate) => candidate.route === route)?.request ?? operator;

    const answer = await api.call({ route, ...request, body });

    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
    expect(faultyPaths(answer)).toEqual(paths);
    expect(stored(api)).toEqual(before);
  });

  it.each<{ query: Record<string, string>; paths: string[] }>([
    { query: { filter: 'sleepy' }, paths: ['filter'] },
    { query: { limit: '0' }, paths: ['limit'] },
    { query: { limit: '101' }, paths: ['limit'] },
    { query: { limit: '2.5' }, paths: ['limit'] },
    { query: { limit: '0x10' }, paths: ['limit'] },
    { query: { limit: '1e1' }, paths: ['limit'] },
    { query: { limit: ' 5' }, paths: ['limit'] },
    { query: { limit: '' }, paths: ['limit'] },
    { query: { limit: 'many', filter: '', page: '2' }, paths: ['filter', 'limit', 'page'] },
    { query: Object.fromEntries([['__proto__', '1']]), paths: ['__proto__'] },
    { query: { constructor: '1' }, paths: ['constructor'] },
    { query: { cursor: 'not-a-cursor' }, paths: ['cursor'] },
    { query: { cursor: 'x'.repeat(1025) }, paths: ['cursor'] },
  ])('GET /api/customers with $query', async ({ query, paths }) => {
    const answer = await api.call({ route: 'GET /api/customers', ...operator, query });

    expect(answer.status).toBe(400);
    expect(faultyPaths(answer)).toEqual(paths);
  });
});
