// What the in-memory repositories keep: the same facts as the table, as plain maps. Everything is copied on
// its way in and out, so that a test can't change stored state by accident.

import { actorName, type Actor } from '../../../functions/domain/actor.ts';
import type { CustomerChange } from '../../../functions/domain/customer-change.ts';
import { customerRef, type Customer, type CustomerRef } from '../../../functions/domain/customer.ts';
import type { Notification } from '../../../functions/domain/notification.ts';
import type { Policy } from '../../../functions/domain/policy.ts';
import type { SessionRecord } from '../../../functions/domain/session.ts';
import type { Subaccount } from '../../../functions/domain/subaccount.ts';
import type { PolicyChange, SignupDetails } from '../../../functions/use-cases/ports.ts';

/** One entry of a customer's audit trail, without the fields that changed. */
export type AuditRecord = {
  version: number;
  atMs: number;
  actor: string;
  action: string;
  notes: string | null;
};

export type Storage = {
  customers: Map<string, Customer>;
  signups: Map<string, SignupDetails>;
  sessions: Map<string, SessionRecord>;
  releasedClaims: Set<string>;
  audit: Map<string, AuditRecord[]>;
  outbox: Notification[];
  stripeCustomers: Map<string, CustomerRef>;
  stripeSessions: Map<string, { ref: CustomerRef; number: number }>;
  events: Set<string>;
  subaccounts: Map<string, Subaccount>;
  policies: Map<string, Policy>;
  policyChanges: PolicyChange[];
};

export function createStorage(): Storage {
  return {
    customers: new Map(),
    signups: new Map(),
    sessions: new Map(),
    releasedClaims: new Set(),
    audit: new Map(),
    outbox: [],
    stripeCustomers: new Map(),
    stripeSessions: new Map(),
    events: new Set(),
    subaccounts: new Map(),
    policies: new Map(),
    policyChanges: [],
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
export function auditTrail(storage: Storage, ref: CustomerRef): AuditRecord[] {
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
export function writeChange(
  storage: Storage,
  save: { change: CustomerChange; actor: Actor; atMs: number; notification: Notification | null },
): void {
  const { change, actor, atMs, notification } = save;
  const key = customerKey(customerRef(change.after));
  const entry = {
    version: change.after.version,
    atMs,
    actor: actorName(actor),
    action: change.action,
    notes: change.notes,
  };
  storage.customers.set(key, copy(change.after));
  storage.audit.set(key, [...(storage.audit.get(key) ?? []), entry]);
  if (notification !== null) storage.outbox.push(copy(notification));
}
