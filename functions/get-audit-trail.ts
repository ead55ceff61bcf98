// GET /api/customers/{id}/audit: what happened to a customer, newest first.

import { toAuditEntryJson } from './contracts/audit.ts';
import { operatorEndpoints } from './contracts/endpoints/operator-actions.ts';
import { customerOf } from './shared/caller.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeStorage } from './shared/compose/storage.ts';
import { composeVault } from './shared/compose/vault.ts';
import { httpEndpoint, type HttpHandler } from './shared/http-endpoint.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import type { CustomerRepository } from './use-cases/ports/customer-repository.ts';

type Deps = { customers: Pick<CustomerRepository, 'loadContext' | 'auditTrail'>; log: Log };

export function createGetAuditTrail(deps: Deps): HttpHandler {
  return httpEndpoint(deps.log, operatorEndpoints.getAuditTrail, async ({ caller, id, query, answer }) => {
    const ref = customerOf(caller, id, query.subaccount_id);
    const page = { cursor: query.cursor ?? null, limit: query.limit };
    const [trail] = await Promise.all([
      deps.customers.auditTrail(ref, page),
      deps.customers.loadContext(ref),
    ]);
    return answer(200, { data: trail.entries.map(toAuditEntryJson), next_cursor: trail.nextCursor });
  });
}

export const handler = lazily(() =>
  createGetAuditTrail({ ...composeStorage(composeVault()), ...composeEnvironment() }),
);
