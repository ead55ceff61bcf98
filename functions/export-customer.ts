// GET /api/customers/{id}/export: everything that is held of a customer, for who asks what is known of him.

import { exportSections, toCustomerExportJson } from './contracts/customer-export.ts';
import { identityDataEndpoints } from './contracts/endpoints/identity-data.ts';
import { customerOf } from './shared/caller.ts';
import { composeCustomerExport } from './shared/compose/customer-export.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeStorage } from './shared/compose/storage.ts';
import { composeVault } from './shared/compose/vault.ts';
import { httpEndpoint, type HttpHandler } from './shared/http-endpoint.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import { exportCustomer, type ExportCustomerDeps } from './use-cases/export-customer.ts';

/** A file for whoever asked. Its name says nothing of him: ids may name people. */
const asFile = { 'content-disposition': 'attachment; filename="customer-export.json"' };

export function createExportCustomer({ log, ...deps }: ExportCustomerDeps & { log: Log }): HttpHandler {
  return httpEndpoint(log, identityDataEndpoints.exportCustomer, async ({ caller, id, query, answer }) => {
    const ref = customerOf(caller, id, query.subaccount_id);
    const request = { userId: caller.userId, reason: query.reason, sections: exportSections };
    const exported = answer(200, toCustomerExportJson(await exportCustomer(deps, ref, request)));
    return { ...exported, headers: { ...exported.headers, ...asFile } };
  });
}

export const handler = lazily(() => {
  const vault = composeVault();
  return createExportCustomer({
    ...composeStorage(vault),
    ...composeCustomerExport(vault),
    ...composeEnvironment(),
  });
});
