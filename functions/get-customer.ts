// GET /api/customers/{id}: the customer as the caller may see him.

import { toCustomerFileJson } from './contracts/customer-file.ts';
import { toRiderCustomerJson } from './contracts/customer.ts';
import { customerEndpoints } from './contracts/endpoints/customers.ts';
import { customerOf } from './shared/caller.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeGeography } from './shared/compose/geography.ts';
import { composeStorage } from './shared/compose/storage.ts';
import { composeVault } from './shared/compose/vault.ts';
import { httpEndpoint, type HttpHandler } from './shared/http-endpoint.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import type { CustomerFileRepository } from './use-cases/ports/customer-file.ts';
import type { CustomerRepository } from './use-cases/ports/customer-repository.ts';
import type { Geography } from './use-cases/ports/signals.ts';
import { showSignals } from './use-cases/show-signals.ts';

type Deps = {
  customers: Pick<CustomerRepository, 'loadContext'>;
  customerFiles: CustomerFileRepository;
  geography: Geography;
  log: Log;
};

export function createGetCustomer(deps: Deps): HttpHandler {
  return httpEndpoint(
    deps.log,
    customerEndpoints.getCustomer,
    async ({ caller, id, query, language, answer }) => {
      const ref = customerOf(caller, id, query.subaccount_id);
      if (caller.role === 'rider') {
        const { customer, policy } = await deps.customers.loadContext(ref);
        return answer(200, toRiderCustomerJson(customer, policy, language));
      }
      const file = await deps.customerFiles.load(ref);
      const signals = showSignals(deps.geography, file);
      return answer(200, toCustomerFileJson(file, file.policy, signals));
    },
  );
}

export const handler = lazily(() =>
  createGetCustomer({ ...composeStorage(composeVault()), ...composeGeography(), ...composeEnvironment() }),
);
