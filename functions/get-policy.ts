// GET /api/subaccounts/{id}/identity-policy

import { toPolicyJson } from './contracts/policy.ts';
import { subaccountEndpoints } from './contracts/endpoints/subaccounts.ts';
import { noSuchSubaccount } from './domain/faults.ts';
import { subaccountOf } from './shared/caller.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeStorage } from './shared/compose/storage.ts';
import { httpEndpoint, type HttpHandler } from './shared/http-endpoint.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import type { SubaccountRepository } from './use-cases/ports/subaccount-repository.ts';

type Deps = { subaccounts: Pick<SubaccountRepository, 'load'>; log: Log };

export function createGetPolicy(deps: Deps): HttpHandler {
  return httpEndpoint(deps.log, subaccountEndpoints.getPolicy, async ({ caller, id, answer }) => {
    const home = await deps.subaccounts.load(subaccountOf(caller, id));
    if (home === null) throw noSuchSubaccount();
    return answer(200, toPolicyJson(home.policy));
  });
}

export const handler = lazily(() => createGetPolicy({ ...composeStorage(), ...composeEnvironment() }));
