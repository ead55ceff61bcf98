// The API on in-memory ports, with a rider of whom everything is known, and every word of it is a marker.

import { StripeRefused } from '../../functions/domain/faults.ts';
import { refreshSession } from '../../functions/use-cases/refresh-session.ts';
import { tokens } from '../functions/callers.ts';
import { startApi, type Api } from '../functions/harness.ts';
import { aPassport } from '../support/builders.ts';
import { fleetToken, valueToken } from './generated.ts';

const rider = { subaccountId: 'harbor', customerId: 'rider-1' };

export async function startMarkedApi(): Promise<Api> {
  const api = await startApi();
  await api.call({
    route: 'POST /api/customers',
    as: tokens.service,
    query: { subaccount_id: 'harbor' },
    body: { id: 'rider-1', name: valueToken, email: `${valueToken}@example.com`, phone: '+4930123456' },
  });
  const startSession = () =>
    api.call({ route: 'POST /api/customers/{id}/identity-session', as: tokens.rider, id: 'rider-1' });
  await startSession();
  await api.call({
    route: 'POST /api/customers/{id}/identity-alternative',
    as: tokens.rider,
    id: 'rider-1',
    body: { message: valueToken },
  });
  const document = aPassport({ firstName: valueToken, lastName: valueToken, idNumber: valueToken });
  api.identity.verify('vs_1', { year: 1990, month: 6, day: 15 }, document);
  await refreshSession(api, rider, { userId: 'op-1' });
  const operator = { as: tokens.operator, id: 'harbor' };
  await api.call({
    route: 'PUT /api/subaccounts/{id}',
    ...operator,
    body: { name: fleetToken, app_name: fleetToken },
  });
  await api.call({
    route: 'PUT /api/subaccounts/{id}/identity-policy',
    ...operator,
    body: { version: 1, identity_verification_flow: `vf_${fleetToken}` },
  });
  await api.call({ route: 'POST /api/subaccounts/{id}/identity-policy/apply', ...operator });
  // So that he can do all of it again.
  await api.call({
    route: 'POST /api/customers/{id}/identity-require',
    as: tokens.operator,
    id: 'rider-1',
    body: { reason: 'other', notes: valueToken },
  });
  await startSession();
  return api;
}

/** As libraries and Stripe word their faults: with what they choked on, also where a code should be. */
export function aQuotingFault(): StripeRefused {
  const quoted = `Ada ${valueToken}`;
  const fault = new StripeRefused(quoted, `${quoted}\n    at ${quoted} (${quoted}:1:2)`);
  return Object.assign(fault, { cause: new Error(quoted), body: quoted });
}
