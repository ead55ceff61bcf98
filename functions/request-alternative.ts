// POST /api/customers/{id}/identity-alternative: a rider asks for another way of verifying.

import { toRiderCustomerJson } from './contracts/customer.ts';
import { verificationEndpoints } from './contracts/endpoints/verification.ts';
import { actorOf, customerOf } from './shared/caller.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeStorage } from './shared/compose/storage.ts';
import { composeVault } from './shared/compose/vault.ts';
import { httpEndpoint, type HttpHandler } from './shared/http-endpoint.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import { requestAlternative } from './use-cases/request-alternative.ts';

type Deps = Parameters<typeof requestAlternative>[0] & { log: Log };

export function createRequestAlternative(deps: Deps): HttpHandler {
  return httpEndpoint(
    deps.log,
    verificationEndpoints.requestAlternative,
    async ({ caller, id, body, query, language, answer }) => {
      const ref = customerOf(caller, id, query.subaccount_id);
      const request = { actor: actorOf(caller), message: body.message ?? null };
      const { customer, policy } = await requestAlternative(deps, ref, request);
      return answer(200, toRiderCustomerJson(customer, policy, language));
    },
  );
}

export const handler = lazily(() =>
  createRequestAlternative({ ...composeStorage(composeVault()), ...composeEnvironment() }),
);
