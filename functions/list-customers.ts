// GET /api/customers: a subaccount's customers by filter, page by page.

import { listCustomersQuery, toCustomerJson } from './contracts/customer.ts';
import { NotFound } from './domain/faults.ts';
import { subaccountOf } from './shared/caller.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeStorage } from './shared/compose/storage.ts';
import { httpEndpoint, jsonAnswer, noBody, type HttpHandler } from './shared/http-endpoint.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import type { CustomerRepository, SubaccountRepository } from './use-cases/ports.ts';

type Deps = {
  customers: Pick<CustomerRepository, 'list'>;
  subaccounts: Pick<SubaccountRepository, 'load'>;
  log: Log;
};

export function createListCustomers(deps: Deps): HttpHandler {
  return httpEndpoint(deps.log, {
    roles: ['operator', 'admin'],
    body: noBody,
    query: listCustomersQuery,
    run: async ({ caller, query }) => {
      const subaccountId = subaccountOf(caller, query.subaccount_id);
      const page = { cursor: query.cursor ?? null, limit: query.limit };
      const [home, { customers, nextCursor }] = await Promise.all([
        deps.subaccounts.load(subaccountId),
        deps.customers.list(subaccountId, query.filter, page),
      ]);
      if (home === null) throw new NotFound('subaccount_not_found', 'No such subaccount.');
      return jsonAnswer(200, {
        data: customers.map((customer) => toCustomerJson(customer, home.policy)),
        next_cursor: nextCursor,
      });
    },
  });
}

export const handler = lazily(() => createListCustomers({ ...composeStorage(), ...composeEnvironment() }));
