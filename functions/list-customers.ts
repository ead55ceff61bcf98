// GET /api/customers: a subaccount's customers by filter, page by page.

import { toCustomerJson } from './contracts/customer.ts';
import { customerEndpoints } from './contracts/endpoints/customers.ts';
import { noSuchSubaccount } from './domain/faults.ts';
import { subaccountOf } from './shared/caller.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeStorage } from './shared/compose/storage.ts';
import { httpEndpoint, type HttpHandler } from './shared/http-endpoint.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import type { CustomerRepository } from './use-cases/ports/customer-repository.ts';
import type { SubaccountRepository } from './use-cases/ports/subaccount-repository.ts';

type Deps = {
  customers: Pick<CustomerRepository, 'list'>;
  subaccounts: Pick<SubaccountRepository, 'load'>;
  log: Log;
};

export function createListCustomers(deps: Deps): HttpHandler {
  return httpEndpoint(deps.log, customerEndpoints.listCustomers, async ({ caller, query, answer }) => {
    const subaccountId = subaccountOf(caller, query.subaccount_id);
    const page = { cursor: query.cursor ?? null, limit: query.limit };
    const [home, { customers, nextCursor }] = await Promise.all([
      deps.subaccounts.load(subaccountId),
      deps.customers.list(subaccountId, query.filter, page),
    ]);
    if (home === null) throw noSuchSubaccount();
    return answer(200, {
      data: customers.map((customer) => toCustomerJson(customer, home.policy)),
      next_cursor: nextCursor,
    });
  });
}

export const handler = lazily(() => createListCustomers({ ...composeStorage(), ...composeEnvironment() }));
