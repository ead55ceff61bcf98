import { noSuchCustomer } from '../../../functions/domain/faults.ts';
import type { SessionRecord } from '../../../functions/domain/session.ts';
import type { CustomerExportSource } from '../../../functions/use-cases/ports/customer-export.ts';
import { auditTrail, copy, customerKey, outboxOf, sessionKey, type Storage } from './storage.ts';
import { createInMemoryDeviceRepository } from './device-repository.ts';

/** The CustomerExportSource port on plain maps. */
export function createInMemoryCustomerExportSource(storage: Storage): CustomerExportSource {
  const devices = createInMemoryDeviceRepository(storage);
  return {
    load: async (ref, { auditEntries }) => {
      const key = customerKey(ref);
      const customer = storage.customers.get(key);
      if (customer === undefined) throw noSuchCustomer();
      const trail = auditTrail(storage, ref).toReversed();
      const sessions: SessionRecord[] = [];
      // The last may be a claim.
      for (let number = 1; number <= customer.sessionCount + 1; number += 1) {
        const session = storage.sessions.get(sessionKey(ref, number));
        if (session !== undefined) sessions.push(copy(session));
      }
      return {
        customer: copy(customer),
        signup: copy(storage.signups.get(key) ?? null),
        signals: copy(storage.signals.get(key) ?? null),
        alternativeMessage: storage.alternativeMessages.get(key) ?? null,
        identity: copy(storage.identities.get(key) ?? null),
        sessions,
        devices: await devices.list(ref),
        pushes: outboxOf(storage, ref),
        keptSinceMs: storage.retention.get(key)?.verifiedAtMs ?? null,
        documentExpiry: copy(storage.documentExpiries.get(key)?.expiry ?? null),
        audit: trail.slice(0, auditEntries),
        auditTruncated: trail.length > auditEntries,
      };
    },
  };
}
