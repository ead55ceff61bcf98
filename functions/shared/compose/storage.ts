import { createCustomerFileRepository } from '../../adapters/dynamodb/customer-file.ts';
import { createCustomerRepository } from '../../adapters/dynamodb/customer-repository.ts';
import { createSignalRepository } from '../../adapters/dynamodb/signal-repository.ts';
import { createSubaccountRepository } from '../../adapters/dynamodb/subaccount-repository.ts';
import { lockedVault } from '../../adapters/encryption/locked-vault.ts';
import type { Vault } from '../../adapters/encryption/vault.ts';
import type { CustomerFileRepository } from '../../use-cases/ports/customer-file.ts';
import type { CustomerRepository } from '../../use-cases/ports/customer-repository.ts';
import type { SignalRepository } from '../../use-cases/ports/signals.ts';
import type { SubaccountRepository } from '../../use-cases/ports/subaccount-repository.ts';
import { composeTable } from './table.ts';

/** Functions that neither seal nor open personal data need no vault. */
export function composeStorage(vault: Vault = lockedVault): {
  customers: CustomerRepository;
  customerFiles: CustomerFileRepository;
  subaccounts: SubaccountRepository;
  signals: SignalRepository;
} {
  const table = composeTable();
  return {
    customers: createCustomerRepository(table, vault),
    customerFiles: createCustomerFileRepository(table, vault),
    subaccounts: createSubaccountRepository(table),
    signals: createSignalRepository(table, vault),
  };
}
