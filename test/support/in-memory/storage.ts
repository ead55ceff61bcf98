// What the in-memory repositories keep: the same facts as the table, as plain maps. Everything is copied on
// its way in and out, so that a test can't change stored state by accident.

import { auditEntryOf, type AuditedChange, type AuditEntry } from '../../../functions/domain/audit-entry.ts';
import { customerRef, type Customer, type CustomerRef } from '../../../functions/domain/customer.ts';
import type { Device } from '../../../functions/domain/device.ts';
import type { DocumentExpiry } from '../../../functions/domain/document-expiry.ts';
import type { Notification } from '../../../functions/domain/notification.ts';
import type { Tally } from '../../../functions/domain/identity-tally.ts';
import type { PolicyApplication } from '../../../functions/domain/policy-application-job.ts';
import type { Policy } from '../../../functions/domain/policy.ts';
import type { SessionRecord } from '../../../functions/domain/session.ts';
import type { SignalFacts } from '../../../functions/domain/signals/facts.ts';
import type { Subaccount } from '../../../functions/domain/subaccount.ts';
import type { OperationalZones } from '../../../functions/domain/zones.ts';
import type { SignupDetails } from '../../../functions/domain/signup.ts';
import type { DeviceOwner } from '../../../functions/use-cases/ports/devices.ts';
import type { KeptIdentity } from '../../../functions/use-cases/ports/identity-data.ts';
import type { OpenSession } from '../../../functions/use-cases/ports/reconciliation.ts';
import type { PolicyChange } from '../../../functions/use-cases/ports/subaccount-repository.ts';

export type Storage = {
  customers: Map<string, Customer>;
  signups: Map<string, SignupDetails>;
  signals: Map<string, SignalFacts>;
  sessions: Map<string, SessionRecord>;
  openSessions: Map<string, OpenSession>;
  reconcilerCursors: Map<string, string | null>;
  /** By event, until when it is left alone. */
  requeued: Map<string, number>;
  releasedClaims: Set<string>;
  alternativeMessages: Map<string, string | null>;
  identities: Map<string, KeptIdentity>;
  /** By customer, the version with which his open redaction was asked for. */
  openRedactions: Map<string, number>;
  retention: Map<string, { ref: CustomerRef; verifiedAtMs: number }>;
  documentExpiries: Map<string, { ref: CustomerRef; expiry: DocumentExpiry }>;
  /** By subaccount, since when its policy has no use for the expiry of documents. */
  expirySweeps: Map<string, number>;
  audit: Map<string, AuditEntry[]>;
  outbox: Notification[];
  stripeCustomers: Map<string, CustomerRef>;
  stripeSessions: Map<string, { ref: CustomerRef; number: number }>;
  devices: Map<string, Device>;
  /** By the token's hash. */
  pushTokens: Map<string, DeviceOwner>;
  events: Set<string>;
  subaccounts: Map<string, Subaccount>;
  zones: Map<string, OperationalZones | null>;
  policies: Map<string, Policy>;
  policyChanges: PolicyChange[];
  policyApplications: Map<string, PolicyApplication>;
  statsDays: Map<string, Tally>;
  counted: Set<string>;
};

export function createStorage(): Storage {
  return {
    customers: new Map(),
    signups: new Map(),
    signals: new Map(),
    sessions: new Map(),
    openSessions: new Map(),
    reconcilerCursors: new Map(),
    requeued: new Map(),
    releasedClaims: new Set(),
    alternativeMessages: new Map(),
    identities: new Map(),
    openRedactions: new Map(),
    retention: new Map(),
    documentExpiries: new Map(),
    expirySweeps: new Map(),
    audit: new Map(),
    outbox: [],
    stripeCustomers: new Map(),
    stripeSessions: new Map(),
    devices: new Map(),
    pushTokens: new Map(),
    events: new Set(),
    subaccounts: new Map(),
    zones: new Map(),
    policies: new Map(),
    policyChanges: [],
    policyApplications: new Map(),
    statsDays: new Map(),
    counted: new Set(),
  };
}

export function customerKey(ref: CustomerRef): string {
  return JSON.stringify([ref.subaccountId, ref.customerId]);
}

export function sessionKey(ref: CustomerRef, number: number): string {
  return JSON.stringify([ref.subaccountId, ref.customerId, number]);
}

export function copy<Value>(value: Value): Value {
  return structuredClone(value);
}

/** A customer's audit trail, oldest first. */
export function auditTrail(storage: Storage, ref: CustomerRef): AuditEntry[] {
  return copy(storage.audit.get(customerKey(ref)) ?? []);
}

/** The pushes saved for a customer, oldest first. */
export function outboxOf(storage: Storage, ref: CustomerRef): Notification[] {
  return copy(
    storage.outbox.filter(
      (push) => push.subaccountId === ref.subaccountId && push.customerId === ref.customerId,
    ),
  );
}

/** Writes what every saved change writes: the customer, its audit entry and its push. */
export function writeChange(storage: Storage, save: Omit<AuditedChange, 'before'>): void {
  const { change, notification } = save;
  const key = customerKey(customerRef(change.after));
  const entry = auditEntryOf({ ...save, before: storage.customers.get(key) ?? null });
  storage.customers.set(key, copy(change.after));
  storage.audit.set(key, [...(storage.audit.get(key) ?? []), entry]);
  if (notification !== null) storage.outbox.push(copy(notification));
}
