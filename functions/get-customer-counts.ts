// GET /api/subaccounts/{id}/customer-counts: how many customers each filter of the list shows.

import { toCustomerCountsJson } from './contracts/customer-list.ts';
import { customerEndpoints } from './contracts/endpoints/customers.ts';
import { subaccountOf } from './shared/caller.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeStorage } from './shared/compose/storage.ts';
import { httpEndpoint, type HttpHandler } from './shared/http-endpoint.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import { countCustomers } from './use-cases/count-customers.ts';

type Deps = Parameters<typeof countCustomers>[0] & { log: Log };

export function createGetCustomerCounts(deps: Deps): HttpHandler {
  return httpEndpoint(deps.log, customerEndpoints.getCustomerCounts, async ({ caller, id, answer }) =>
    answer(200, toCustomerCountsJson(await countCustomers(deps, subaccountOf(caller, id)))),
  );
}

export const handler = lazily(() =>
  createGetCustomerCounts({ ...composeStorage(), ...composeEnvironment() }),
);
