// GET /api/subaccounts/{id}/identity-policy/versions: who changed the policy when, and what.

import { subaccountEndpoints } from './contracts/endpoints/subaccounts.ts';
import { toPolicyVersionJson } from './contracts/policy-history.ts';
import { noSuchSubaccount } from './domain/faults.ts';
import { subaccountOf } from './shared/caller.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeStorage } from './shared/compose/storage.ts';
import { httpEndpoint, type HttpHandler } from './shared/http-endpoint.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import type { SubaccountRepository } from './use-cases/ports/subaccount-repository.ts';

type Deps = { subaccounts: Pick<SubaccountRepository, 'load' | 'policyVersions'>; log: Log };

export function createListPolicyVersions(deps: Deps): HttpHandler {
  return httpEndpoint(
    deps.log,
    subaccountEndpoints.listPolicyVersions,
    async ({ caller, id, query, answer }) => {
      const subaccountId = subaccountOf(caller, id);
      const page = { cursor: query.cursor ?? null, limit: query.limit };
      const [home, { versions, nextCursor }] = await Promise.all([
        deps.subaccounts.load(subaccountId),
        deps.subaccounts.policyVersions(subaccountId, page),
      ]);
      if (home === null) throw noSuchSubaccount();
      return answer(200, { data: versions.map(toPolicyVersionJson), next_cursor: nextCursor });
    },
  );
}

export const handler = lazily(() =>
  createListPolicyVersions({ ...composeStorage(), ...composeEnvironment() }),
);
