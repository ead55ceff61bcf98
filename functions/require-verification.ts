// POST /api/customers/{id}/identity-require: an operator asks a customer to verify.

import { toCustomerJson } from './contracts/customer.ts';
import { operatorEndpoints } from './contracts/endpoints/operator-actions.ts';
import { customerOf } from './shared/caller.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeStorage } from './shared/compose/storage.ts';
import { composeVault } from './shared/compose/vault.ts';
import { httpEndpoint, type HttpHandler } from './shared/http-endpoint.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import { requireVerification } from './use-cases/require-verification.ts';

type Deps = Parameters<typeof requireVerification>[0] & { log: Log };

export function createRequireVerification(deps: Deps): HttpHandler {
  return httpEndpoint(
    deps.log,
    operatorEndpoints.requireVerification,
    async ({ caller, id, body, query, answer }) => {
      const ref = customerOf(caller, id, query.subaccount_id);
      const { reason: code, notes = null, version } = body;
      const operator = { userId: caller.userId, code, notes, version };
      const { customer, policy } = await requireVerification(deps, ref, operator);
      return answer(200, toCustomerJson(customer, policy));
    },
  );
}

export const handler = lazily(() =>
  createRequireVerification({ ...composeStorage(composeVault()), ...composeEnvironment() }),
);
