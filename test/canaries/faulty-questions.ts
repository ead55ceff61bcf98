// Requests that are refused, with somebody's data all over them.

import type { Asking, CallerName } from './asking.ts';
import type { MarkedRider } from './rider.ts';

const bodied = [
  'POST /api/customers',
  'POST /api/customers/{id}/identity-session',
  'POST /api/customers/{id}/identity-alternative',
  'POST /api/customers/{id}/identity-manual-verify',
  'POST /api/customers/{id}/identity-clear-requirement',
  'POST /api/customers/{id}/identity-require',
  'POST /api/customers/{id}/identity-redact',
  'PUT /api/customers/{id}/devices/{device_id}',
  'PUT /api/subaccounts/{id}',
  'PUT /api/subaccounts/{id}/identity-policy',
  'POST /api/subaccounts/{id}/identity-policy/simulate',
  'POST /api/dead-letters/redrive',
];

const queried = [
  'GET /api/customers',
  'GET /api/customers/{id}/audit',
  'GET /api/customers/{id}/identity-report',
  'GET /api/customers/{id}/export',
  'GET /api/subaccounts/{id}/identity-stats',
  'GET /api/dead-letters',
  'GET /api/webhook-health',
  'GET /api/reconciler-runs',
];

const callers: readonly CallerName[] = ['rider', 'operator', 'admin', 'service', 'nobody'];

/** Each field with a value that it can't have, and the value says who the rider is. */
function faultyBody({ fields }: MarkedRider): Record<string, unknown> {
  return {
    id: `${fields.name}#`,
    email: fields.name,
    name: [fields.name],
    phone: `phone ${fields.phone}`,
    signup_ip: `ip ${fields['signup ip']}`,
    signup_latitude: fields.latitude,
    signup_longitude: { east: fields.longitude },
    notes: [fields['notes of a clearing']],
    reason: fields['notes of a requirement'],
    message: { text: fields['alternative message'] },
    return_url: `https://elsewhere.example/?${fields['return url']}`,
    biometric_consent: fields['first name'],
    platform: fields['last name'],
    token: `a token ${fields['push token']}`,
    app_name: { name: fields.name },
    operational_zones: { type: fields.city, coordinates: fields['address line 1'] },
    version: fields['date of birth'],
    identity_verification_mode: fields['document number'],
    identity_allowed_document_types: [fields['postal code']],
    event_ids: [fields.email],
    cause: [fields.state],
    unknown: { nested: [fields['address line 2']] },
  };
}

/** What isn't understood is refused, and nobody else hears of it. */
export async function askFaultily({ ask }: Asking, rider: MarkedRider): Promise<void> {
  const body = faultyBody(rider);
  const cutOff = JSON.stringify(body).slice(0, -1);
  const query = Object.fromEntries(
    ['filter', 'limit', 'cursor', 'fields', 'from', 'to'].map((name) => [name, rider.fields.name]),
  );
  for (const route of bodied) {
    await Promise.all(callers.flatMap((by) => [ask(by, { route, body }), ask(by, { route, body: cutOff })]));
  }
  for (const route of queried) await Promise.all(callers.map((by) => ask(by, { route, query })));
}
