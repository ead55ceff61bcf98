import { pickFields } from '../../../functions/domain/verified-data.ts';
import type { IdentityDataRepository } from '../../../functions/use-cases/ports/identity-data.ts';
import { copy, customerKey, type Storage } from './storage.ts';

/** The IdentityDataRepository port on plain maps. */
export function createInMemoryIdentityDataRepository(storage: Storage): IdentityDataRepository {
  return {
    load: (ref, wanted) => {
      const kept = storage.identities.get(customerKey(ref));
      return Promise.resolve(
        kept === undefined ? null : { ...kept, data: copy(pickFields(kept.data, wanted)) },
      );
    },
  };
}
