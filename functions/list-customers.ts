// GET /api/customers: a subaccount's customers by filter, page by page; or those who have an id.

import type * as z from 'zod';
import { toCustomerJson } from './contracts/customer.ts';
import type { listCustomersQuery } from './contracts/customer-list.ts';
import { customerEndpoints } from './contracts/endpoints/customers.ts';
import { noSuchSubaccount } from './domain/faults.ts';
import { subaccountOf } from './shared/caller.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeStorage } from './shared/compose/storage.ts';
import { httpEndpoint, type HttpHandler } from './shared/http-endpoint.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import type { CustomerPage, CustomerRepository } from './use-cases/ports/customer-repository.ts';
import type { SubaccountRepository } from './use-cases/ports/subaccount-repository.ts';

type Deps = {
  customers: Pick<CustomerRepository, 'list' | 'search'>;
  subaccounts: Pick<SubaccountRepository, 'load'>;
  log: Log;
};

export function createListCustomers(deps: Deps): HttpHandler {
  return httpEndpoint(deps.log, customerEndpoints.listCustomers, async ({ caller, query, answer }) => {
    const subaccountId = subaccountOf(caller, query.subaccount_id);
    const [home, { customers, nextCursor }] = await Promise.all([
      deps.subaccounts.load(subaccountId),
      wantedCustomers(deps, subaccountId, query),
    ]);
    if (home === null) throw noSuchSubaccount();
    return answer(200, {
      data: customers.map((customer) => toCustomerJson(customer, home.policy)),
      next_cursor: nextCursor,
    });
  });
}

async function wantedCustomers(
  { customers }: Deps,
  subaccountId: string,
  { search, filter = 'all', order, cursor, limit }: z.infer<typeof listCustomersQuery>,
): Promise<CustomerPage> {
  if (search === undefined)
    return customers.list(subaccountId, filter, { cursor: cursor ?? null, limit, order });
  return { customers: await customers.search(subaccountId, search), nextCursor: null };
}

export const handler = lazily(() => createListCustomers({ ...composeStorage(), ...composeEnvironment() }));
