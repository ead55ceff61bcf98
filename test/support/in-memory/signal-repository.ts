import type { SignalRepository } from '../../../functions/use-cases/ports/signals.ts';
import { copy, customerKey, type Storage } from './storage.ts';

/** The SignalRepository port on plain maps. */
export function createInMemorySignalRepository(storage: Storage): SignalRepository {
  return {
    isCollected: (ref) => Promise.resolve(storage.signals.has(customerKey(ref))),

    save: (ref, facts) => {
      const key = customerKey(ref);
      if (storage.signups.has(key) && !storage.signals.has(key)) storage.signals.set(key, copy(facts));
      return Promise.resolve();
    },
  };
}
