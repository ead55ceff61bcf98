// All that is held of one customer.

import type { AuditEntry } from '../../domain/audit-entry.ts';
import type { Customer, CustomerRef } from '../../domain/customer.ts';
import type { Device } from '../../domain/device.ts';
import type { DocumentExpiry } from '../../domain/document-expiry.ts';
import type { Notification } from '../../domain/notification.ts';
import type { SessionRecord } from '../../domain/session.ts';
import type { SignalFacts } from '../../domain/signals/facts.ts';
import type { SignupDetails } from '../../domain/signup.ts';
import type { KeptIdentity } from './identity-data.ts';

/** What isn't kept is null or empty. */
export type CustomerHoldings = {
  customer: Customer;
  signup: SignupDetails | null;
  signals: SignalFacts | null;
  alternativeMessage: string | null;
  identity: KeptIdentity | null;
  /** Oldest first; also claims whose session was never saved. */
  sessions: readonly SessionRecord[];
  devices: readonly Device[];
  /** Those that haven't gone out yet, oldest first. */
  pushes: readonly Notification[];
  /** Since when the time runs that his verified data is kept for. */
  keptSinceMs: number | null;
  documentExpiry: DocumentExpiry | null;
  /** The newest ones, newest first. */
  audit: readonly AuditEntry[];
  auditTruncated: boolean;
};

/** Whoever may use this reads everything of a customer, in clear. */
export type CustomerExportSource = {
  /**
   * Strongly consistent, with so many of the newest audit entries.
   * @throws NotFound `customer_not_found`, Conflict `export_too_large`
   */
  load: (ref: CustomerRef, limits: { auditEntries: number }) => Promise<CustomerHoldings>;
};
