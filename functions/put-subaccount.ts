// PUT /api/subaccounts/{id}: an admin makes a subaccount; its operators and admins rename it.

import { putSubaccountBody, toSubaccountJson } from './contracts/subaccount.ts';
import { NotFound } from './domain/faults.ts';
import { actorOf, subaccountOf } from './shared/caller.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeStorage } from './shared/compose/storage.ts';
import { httpEndpoint, jsonAnswer, noBody, type HttpHandler } from './shared/http-endpoint.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import { saveSubaccount } from './use-cases/save-subaccount.ts';

type Deps = Parameters<typeof saveSubaccount>[0] & { log: Log };

export function createPutSubaccount(deps: Deps): HttpHandler {
  return httpEndpoint(deps.log, {
    roles: ['operator', 'admin'],
    body: putSubaccountBody,
    query: noBody,
    run: async ({ caller, id, body }) => {
      const subaccount = await saveSubaccount(deps, actorOf(caller), {
        id: subaccountOf(caller, id),
        name: body.name,
        appName: body.app_name,
        mayCreate: caller.role === 'admin',
      });
      if (subaccount === null) throw new NotFound('subaccount_not_found', 'No such subaccount.');
      return jsonAnswer(200, toSubaccountJson(subaccount));
    },
  });
}

export const handler = lazily(() => createPutSubaccount({ ...composeStorage(), ...composeEnvironment() }));
