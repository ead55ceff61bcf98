import { customerRef, type Customer, type CustomerRef } from '../../../functions/domain/customer.ts';
import { noSuchCustomer } from '../../../functions/domain/faults.ts';
import { maskVerifiedData, type MaskedData } from '../../../functions/domain/verified-data.ts';
import type { CustomerFileRepository } from '../../../functions/use-cases/ports/customer-file.ts';
import { auditTrail, copy, customerKey, type Storage } from './storage.ts';

/** The CustomerFileRepository port on plain maps. */
export function createInMemoryCustomerFileRepository(storage: Storage): CustomerFileRepository {
  return {
    load: async (ref) => {
      const customer = storage.customers.get(customerKey(ref));
      const policy = storage.policies.get(ref.subaccountId);
      if (customer === undefined) throw noSuchCustomer();
      if (policy === undefined) throw new Error('the subaccount has no policy');
      return Promise.resolve({
        customer: copy(customer),
        policy: copy(policy),
        signup: copy(storage.signups.get(customerKey(ref)) ?? null),
        manualVerificationNotes: notesOf(storage, customer),
        masked: maskedOf(storage, ref),
        alternativeMessage: storage.alternativeMessages.get(customerKey(ref)) ?? null,
        facts: copy(storage.signals.get(customerKey(ref)) ?? null),
        zones: copy(storage.zones.get(ref.subaccountId) ?? null),
      });
    },
  };
}

function notesOf(storage: Storage, customer: Customer): string | null {
  const version = customer.manualVerification?.version;
  return auditTrail(storage, customerRef(customer)).find((entry) => entry.version === version)?.notes ?? null;
}

function maskedOf(storage: Storage, ref: CustomerRef): MaskedData | null {
  const kept = storage.identities.get(customerKey(ref));
  return kept === undefined ? null : maskVerifiedData(kept.data);
}
