// POST /api/customers/{id}/identity-clear-requirement: an operator lets a customer ride unverified.

import { toCustomerJson } from './contracts/customer.ts';
import { operatorEndpoints } from './contracts/endpoints/operator-actions.ts';
import { customerOf } from './shared/caller.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeStorage } from './shared/compose/storage.ts';
import { composeVault } from './shared/compose/vault.ts';
import { httpEndpoint, type HttpHandler } from './shared/http-endpoint.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import { clearRequirement } from './use-cases/clear-requirement.ts';

type Deps = Parameters<typeof clearRequirement>[0] & { log: Log };

export function createClearRequirement(deps: Deps): HttpHandler {
  return httpEndpoint(
    deps.log,
    operatorEndpoints.clearRequirement,
    async ({ caller, id, body, query, answer }) => {
      const ref = customerOf(caller, id, query.subaccount_id);
      const operator = { userId: caller.userId, ...body };
      const { customer, policy } = await clearRequirement(deps, ref, operator);
      return answer(200, toCustomerJson(customer, policy));
    },
  );
}

export const handler = lazily(() =>
  createClearRequirement({ ...composeStorage(composeVault()), ...composeEnvironment() }),
);
