// GET /api/subaccounts: all subaccounts by their ids, page by page, for an admin to choose from.

import { subaccountEndpoints } from './contracts/endpoints/subaccounts.ts';
import { toSubaccountListJson } from './contracts/subaccount.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeStorage } from './shared/compose/storage.ts';
import { httpEndpoint, type HttpHandler } from './shared/http-endpoint.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import type { SubaccountRepository } from './use-cases/ports/subaccount-repository.ts';

type Deps = { subaccounts: Pick<SubaccountRepository, 'list'>; log: Log };

export function createListSubaccounts(deps: Deps): HttpHandler {
  return httpEndpoint(deps.log, subaccountEndpoints.listSubaccounts, async ({ query, answer }) => {
    const page = await deps.subaccounts.list({ cursor: query.cursor ?? null, limit: query.limit });
    return answer(200, toSubaccountListJson(page.subaccounts, page.nextCursor));
  });
}

export const handler = lazily(() => createListSubaccounts({ ...composeStorage(), ...composeEnvironment() }));
