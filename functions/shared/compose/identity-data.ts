import { createIdentityDataRepository } from '../../adapters/dynamodb/identity-item.ts';
import type { Vault } from '../../adapters/encryption/vault.ts';
import type { IdentityDataRepository } from '../../use-cases/ports/identity-data.ts';
import { composeTable } from './table.ts';

/** For functions alone that show documents to people: no other may read what was in one. */
export function composeIdentityData(vault: Vault): { identityData: IdentityDataRepository } {
  return { identityData: createIdentityDataRepository(composeTable(), vault) };
}
