// GET /api/customers/{id}: the customer as the caller may see him.

import { toCustomerJson, toRiderCustomerJson } from './contracts/customer.ts';
import { customerOf } from './shared/caller.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeStorage } from './shared/compose/storage.ts';
import {
  httpEndpoint,
  jsonAnswer,
  noBody,
  subaccountQuery,
  type HttpHandler,
} from './shared/http-endpoint.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import type { CustomerRepository } from './use-cases/ports.ts';

type Deps = { customers: Pick<CustomerRepository, 'loadContext'>; log: Log };

export function createGetCustomer(deps: Deps): HttpHandler {
  return httpEndpoint(deps.log, {
    roles: ['rider', 'operator', 'service', 'admin'],
    body: noBody,
    query: subaccountQuery,
    run: async ({ caller, id, query }) => {
      const { customer, policy } = await deps.customers.loadContext(
        customerOf(caller, id, query.subaccount_id),
      );
      const present = caller.role === 'rider' ? toRiderCustomerJson : toCustomerJson;
      return jsonAnswer(200, present(customer, policy));
    },
  });
}

export const handler = lazily(() => createGetCustomer({ ...composeStorage(), ...composeEnvironment() }));
