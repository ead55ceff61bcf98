// What a redaction still has to find and remove after the change that asked for it.

import type { CustomerRef } from '../../domain/customer.ts';
import type { SessionRecord } from '../../domain/session.ts';

export type RedactionLeftovers = {
  /** Removes the operators' notes from before the open redaction; harmless where there are none, or no redaction. */
  removeNotes: (ref: CustomerRef) => Promise<void>;
  /** Our notes of all sessions, strongly consistent, oldest first; a last one may be an unfinished claim. */
  listSessions: (ref: CustomerRef) => Promise<readonly SessionRecord[]>;
  /** The session that the kept verified data came from; null where none is kept. */
  identitySessionId: (ref: CustomerRef) => Promise<string | null>;
};
