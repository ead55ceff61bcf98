// Which fields of which answers may have what somebody wrote, or was found to be.

import { expect } from 'vitest';
import type { Answer, Route } from '../functions/harness.ts';
import { fleetToken, has, nameToken, valueToken, type GeneratedRequest } from './generated.ts';

const document = 'identity_(first_name|last_name|id_number)';
const trail = '(notes|biometric_consent\\.version)';

/** By route, paths of the fields of good answers; riders get none of these. */
export const fieldsWithWords: Partial<Record<Route, RegExp>> = {
  'GET /api/customers/{id}': /^(name|email|identity_alternative_message|identity_manual_verification_notes)$/,
  'GET /api/customers/{id}/audit': new RegExp(`^data\\.\\d+\\.${trail}$`),
  'GET /api/customers/{id}/identity-report': new RegExp(`^${document}$`),
  'GET /api/customers/{id}/export': new RegExp(
    `^(signup\\.(name|email)|alternative_message|verified_data\\.${document}|audit\\.\\d+\\.${trail}|` +
      'sessions\\.\\d+\\.(return_url|verification_flow|biometric_consent\\.version)|pushes\\.\\d+\\.body)$',
  ),
  'POST /api/customers/{id}/identity-manual-verify': /^identity_manual_verification_notes$/,
  // A fleet's own words, and no person's.
  'GET /api/subaccounts': /^data\.\d+\.name$/,
  'GET /api/subaccounts/{id}': /^(name|app_name)$/,
  'PUT /api/subaccounts/{id}': /^(name|app_name)$/,
  'GET /api/subaccounts/{id}/identity-policy': /^identity_verification_flow$/,
  'PUT /api/subaccounts/{id}/identity-policy': /^identity_verification_flow$/,
  'GET /api/subaccounts/{id}/identity-policy/versions':
    /^data\.\d+\.(before|after)\.identity_verification_flow$/,
};

/**
 * Fails where an answer tells more than it may of what was asked, or of what is known. Answers whether it told what
 * it may.
 */
export function expectNoLeak(request: GeneratedRequest, { status, headers, body }: Answer): boolean {
  const allowed =
    request.as?.['custom:customer_id'] === undefined ? fieldsWithWords[request.route] : undefined;
  const leaves = leavesOf(body);
  const leaks = leaves.filter(([path, text]) => {
    // He is told which of his fields aren't known, by his own names.
    if (status >= 400 && /^errors\.\d+\.path$/.test(path)) return has(text, valueToken);
    if (status < 300 && allowed?.test(path) === true) return false;
    return has(`${path} ${text}`, valueToken) || has(`${path} ${text}`, nameToken);
  });
  expect({ status, leaks }).toEqual({ status, leaks: [] });
  expect(has(JSON.stringify(headers), valueToken)).toBe(false);
  return status < 300 && leaves.some(([, text]) => has(text, valueToken) || has(text, fleetToken));
}

/** Every value that is no object, with the path to it. */
function leavesOf(value: unknown, path = ''): [string, string][] {
  if (typeof value !== 'object' || value === null) return [[path, String(value)]];
  return Object.entries(value).flatMap(([key, one]) => leavesOf(one, path === '' ? key : `${path}.${key}`));
}
