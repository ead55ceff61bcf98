import type { IdentityDataRepository } from '../../../functions/use-cases/ports/identity-data.ts';
import { copy, customerKey, type Storage } from './storage.ts';

/** The IdentityDataRepository port on plain maps. */
export function createInMemoryIdentityDataRepository(storage: Storage): IdentityDataRepository {
  return { load: (ref) => Promise.resolve(copy(storage.identities.get(customerKey(ref)) ?? null)) };
}
