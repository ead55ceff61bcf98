import { NotFound } from '../../../functions/domain/faults.ts';
import type { SignalRepository } from '../../../functions/use-cases/ports/signals.ts';
import { copy, customerKey, type Storage } from './storage.ts';

/** The SignalRepository port on plain maps. */
export function createInMemorySignalRepository(storage: Storage): SignalRepository {
  return {
    loadFile: async (ref) => {
      const customer = storage.customers.get(customerKey(ref));
      const policy = storage.policies.get(ref.subaccountId);
      if (customer === undefined) {
        throw new NotFound('customer_not_found', 'No such customer in this subaccount.');
      }
      if (policy === undefined) throw new Error('the subaccount has no policy');
      return Promise.resolve({
        customer: copy(customer),
        policy: copy(policy),
        signup: copy(storage.signups.get(customerKey(ref)) ?? null),
        alternativeMessage: storage.alternativeMessages.get(customerKey(ref)) ?? null,
        facts: copy(storage.signals.get(customerKey(ref)) ?? null),
        zones: copy(storage.zones.get(ref.subaccountId) ?? null),
      });
    },

    load: (ref) => Promise.resolve(copy(storage.signals.get(customerKey(ref)) ?? null)),

    save: (ref, facts) => {
      const key = customerKey(ref);
      if (!storage.signals.has(key)) storage.signals.set(key, copy(facts));
      return Promise.resolve();
    },
  };
}
