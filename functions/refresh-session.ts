// POST /api/customers/{id}/identity-refresh: reads the customer's session from Stripe and applies it.

import { toCustomerJson } from './contracts/customer.ts';
import { operatorEndpoints } from './contracts/endpoints/operator-actions.ts';
import { customerOf } from './shared/caller.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeStorage } from './shared/compose/storage.ts';
import { composeStripe, type StripePorts } from './shared/compose/stripe.ts';
import { composeVault } from './shared/compose/vault.ts';
import { httpEndpoint, type HttpHandler } from './shared/http-endpoint.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import type { ApplySessionDeps } from './use-cases/apply-session.ts';
import { refreshSession } from './use-cases/refresh-session.ts';

type Deps = Omit<ApplySessionDeps, 'identity'> & {
  stripe: () => Promise<Pick<StripePorts, 'identity'>>;
  log: Log;
};

export function createRefreshSession({ stripe, log, ...deps }: Deps): HttpHandler {
  return httpEndpoint(log, operatorEndpoints.refreshSession, async ({ caller, id, query, answer }) => {
    const { identity } = await stripe();
    const ref = customerOf(caller, id, query.subaccount_id);
    const { customer, policy } = await refreshSession({ ...deps, identity }, ref, caller);
    return answer(200, toCustomerJson(customer, policy));
  });
}

export const handler = lazily(() =>
  createRefreshSession({
    ...composeStorage(composeVault()),
    ...composeEnvironment(),
    stripe: composeStripe(),
  }),
);
