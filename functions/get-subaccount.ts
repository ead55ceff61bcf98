// GET /api/subaccounts/{id}

import { toSubaccountJson } from './contracts/subaccount.ts';
import { subaccountEndpoints } from './contracts/endpoints/subaccounts.ts';
import { noSuchSubaccount } from './domain/faults.ts';
import { subaccountOf } from './shared/caller.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeStorage } from './shared/compose/storage.ts';
import { httpEndpoint, type HttpHandler } from './shared/http-endpoint.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import type { SubaccountRepository } from './use-cases/ports/subaccount-repository.ts';

type Deps = { subaccounts: Pick<SubaccountRepository, 'loadWithZones'>; log: Log };

export function createGetSubaccount(deps: Deps): HttpHandler {
  return httpEndpoint(deps.log, subaccountEndpoints.getSubaccount, async ({ caller, id, answer }) => {
    const home = await deps.subaccounts.loadWithZones(subaccountOf(caller, id));
    if (home === null) throw noSuchSubaccount();
    return answer(200, toSubaccountJson(home.subaccount, home.zones));
  });
}

export const handler = lazily(() => createGetSubaccount({ ...composeStorage(), ...composeEnvironment() }));
