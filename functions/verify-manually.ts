// POST /api/customers/{id}/identity-manual-verify: an operator vouches for a customer.

import { toCustomerJson } from './contracts/customer.ts';
import { operatorEndpoints } from './contracts/endpoints/operator-actions.ts';
import { customerOf } from './shared/caller.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeStorage } from './shared/compose/storage.ts';
import { composeVault } from './shared/compose/vault.ts';
import { httpEndpoint, type HttpHandler } from './shared/http-endpoint.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import { verifyManually } from './use-cases/verify-manually.ts';

type Deps = Parameters<typeof verifyManually>[0] & { log: Log };

export function createVerifyManually(deps: Deps): HttpHandler {
  return httpEndpoint(
    deps.log,
    operatorEndpoints.verifyManually,
    async ({ caller, id, body, query, answer }) => {
      const ref = customerOf(caller, id, query.subaccount_id);
      const operator = { userId: caller.userId, ...body };
      const { customer, policy } = await verifyManually(deps, ref, operator);
      return answer(200, {
        ...toCustomerJson(customer, policy),
        identity_manual_verification_notes: body.notes,
      });
    },
  );
}

export const handler = lazily(() =>
  createVerifyManually({ ...composeStorage(composeVault()), ...composeEnvironment() }),
);
