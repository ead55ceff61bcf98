// PUT /api/subaccounts/{id}: an admin makes a subaccount; its operators and admins rename it and draw its zones.

import { toSubaccountJson } from './contracts/subaccount.ts';
import { subaccountEndpoints } from './contracts/endpoints/subaccounts.ts';
import { noSuchSubaccount } from './domain/faults.ts';
import { actorOf, subaccountOf } from './shared/caller.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeStorage } from './shared/compose/storage.ts';
import { httpEndpoint, type HttpHandler } from './shared/http-endpoint.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import { saveSubaccount } from './use-cases/save-subaccount.ts';

type Deps = Parameters<typeof saveSubaccount>[0] & { log: Log };

export function createPutSubaccount(deps: Deps): HttpHandler {
  return httpEndpoint(deps.log, subaccountEndpoints.putSubaccount, async ({ caller, id, body, answer }) => {
    const saved = await saveSubaccount(deps, actorOf(caller), {
      id: subaccountOf(caller, id),
      name: body.name,
      appName: body.app_name,
      zones: body.operational_zones,
      mayCreate: caller.role === 'admin',
    });
    if (saved === null) throw noSuchSubaccount();
    return answer(200, toSubaccountJson(saved.subaccount, saved.zones));
  });
}

export const handler = lazily(() => createPutSubaccount({ ...composeStorage(), ...composeEnvironment() }));
