import { createCustomerExportSource } from '../../adapters/dynamodb/customer-export.ts';
import type { Vault } from '../../adapters/encryption/vault.ts';
import type { CustomerExportSource } from '../../use-cases/ports/customer-export.ts';
import { composeTable } from './table.ts';

/** For the export alone: nothing else reads everything of a customer. */
export function composeCustomerExport(vault: Vault): { customerExport: CustomerExportSource } {
  return { customerExport: createCustomerExportSource(composeTable(), vault) };
}
