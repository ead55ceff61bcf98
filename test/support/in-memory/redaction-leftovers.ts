// Redactions on plain maps.

import { customerRef } from '../../../functions/domain/customer.ts';
import { openRedaction } from '../../../functions/domain/redaction.ts';
import type { CustomerSave } from '../../../functions/use-cases/ports/customer-repository.ts';
import type { RedactionLeftovers } from '../../../functions/use-cases/ports/redaction.ts';
import { copy, customerKey, type Storage } from './storage.ts';

export function createInMemoryRedactionLeftovers(storage: Storage): RedactionLeftovers {
  return {
    removeNotes: (ref) => {
      const key = customerKey(ref);
      const version = storage.openRedactions.get(key) ?? 0;
      const entries = storage.audit.get(key) ?? [];
      storage.audit.set(
        key,
        entries.map((entry) => (entry.version < version ? { ...entry, notes: null } : entry)),
      );
      return Promise.resolve();
    },

    listSessions: (ref) => {
      const prefix = customerKey(ref).slice(0, -1);
      const sessions = [...storage.sessions].filter(([key]) => key.startsWith(`${prefix},`));
      const byNumber = sessions.map(([, session]) => copy(session));
      return Promise.resolve(byNumber.sort((left, right) => left.number - right.number));
    },

    identitySessionId: (ref) => Promise.resolve(storage.identities.get(customerKey(ref))?.sessionId ?? null),
  };
}

/** What a save does to a redaction, and to all that it erases. */
export function writeRedaction(storage: Storage, { change, erasesPersonalData }: CustomerSave): void {
  const key = customerKey(customerRef(change.after));
  if (openRedaction(change.after) === null) storage.openRedactions.delete(key);
  if (erasesPersonalData !== true) return;
  storage.openRedactions.set(key, change.after.version);
  const personalData = [
    storage.identities,
    storage.signups,
    storage.signals,
    storage.alternativeMessages,
    storage.retention,
    storage.documentExpiries,
  ];
  for (const kept of personalData) kept.delete(key);
}
