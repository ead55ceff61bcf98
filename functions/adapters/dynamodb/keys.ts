// Every key of the table (docs/data-model.md). All of a customer's items share a partition that names his
// subaccount, so no key of one tenant can reach another's. Ids never hold `#` (contracts/identifiers.ts).

import type { CustomerRef } from '../../domain/customer.ts';

export type Key = { pk: string; sk: string };

/** Numbers in sort keys are padded, so that they sort as numbers. */
function padded(count: number): string {
  return String(count).padStart(10, '0');
}

export function customerPartition(ref: CustomerRef): string {
  return `SUB#${ref.subaccountId}#CUST#${ref.customerId}`;
}

/** Whose partition it is; null where it is no customer's. */
export function customerOfPartition(pk: string): CustomerRef | null {
  const [, subaccountId, customerId] = /^SUB#([^#]+)#CUST#([^#]+)$/.exec(pk) ?? [];
  return subaccountId === undefined || customerId === undefined ? null : { subaccountId, customerId };
}

/** Pushes that wait in the outbox. */
export const outboxPrefix = 'OUTBOX#';

/** Our notes of sessions. */
export const sessionPrefix = 'SESSION#';

/** Entries of the audit trail, one for each version. */
export const auditPrefix = 'AUDIT#';

/** Versions of a policy; the one in force has a key of its own. */
export const policyVersionPrefix = 'POLICY#';

/** Counters, a day an item. */
export const statsPrefix = 'STATS#';

/** Operators' own words, beside the audit entries of the same version. */
export const notePrefix = 'NOTE#';

/** What the reconciler remembers. */
export const reconcilerPartition = 'RECONCILER';

/** The reconciler's runs. */
export const runPrefix = 'RUN#';

/** Counts of Stripe's events. */
export const webhookPartition = 'WEBHOOKS';

/** Counts by the hour. */
export const hourPrefix = 'HOUR#';

export const customerKeys = {
  profile: (ref: CustomerRef): Key => ({ pk: customerPartition(ref), sk: 'PROFILE' }),
  signup: (ref: CustomerRef): Key => ({ pk: customerPartition(ref), sk: 'SIGNUP' }),
  identity: (ref: CustomerRef): Key => ({ pk: customerPartition(ref), sk: 'IDENTITY' }),
  signals: (ref: CustomerRef): Key => ({ pk: customerPartition(ref), sk: 'SIGNALS' }),
  alternative: (ref: CustomerRef): Key => ({ pk: customerPartition(ref), sk: 'ALTERNATIVE' }),
  session: (ref: CustomerRef, number: number): Key => ({
    pk: customerPartition(ref),
    sk: `${sessionPrefix}${padded(number)}`,
  }),
  audit: (ref: CustomerRef, version: number): Key => ({
    pk: customerPartition(ref),
    sk: `${auditPrefix}${padded(version)}`,
  }),
  note: (ref: CustomerRef, version: number): Key => ({
    pk: customerPartition(ref),
    sk: `${notePrefix}${padded(version)}`,
  }),
  retention: (ref: CustomerRef): Key => ({ pk: customerPartition(ref), sk: 'RETENTION' }),
  documentExpiry: (ref: CustomerRef): Key => ({ pk: customerPartition(ref), sk: 'DOCUMENT_EXPIRY' }),
  redaction: (ref: CustomerRef): Key => ({ pk: customerPartition(ref), sk: 'REDACTION' }),
  outbox: (ref: CustomerRef, version: number): Key => ({
    pk: customerPartition(ref),
    sk: `${outboxPrefix}${padded(version)}`,
  }),
  counted: (ref: CustomerRef, version: number): Key => ({
    pk: customerPartition(ref),
    sk: `COUNTED#${padded(version)}`,
  }),
  device: (ref: CustomerRef, deviceId: string): Key => ({
    pk: customerPartition(ref),
    sk: `DEVICE#${deviceId}`,
  }),
};

export const subaccountKeys = {
  profile: (id: string): Key => ({ pk: `SUB#${id}`, sk: 'PROFILE' }),
  profileAudit: (id: string, version: number): Key => ({ pk: `SUB#${id}`, sk: `AUDIT#${padded(version)}` }),
  zones: (id: string): Key => ({ pk: `SUB#${id}`, sk: 'ZONES' }),
  policy: (id: string): Key => ({ pk: `SUB#${id}`, sk: 'POLICY' }),
  policyVersion: (id: string, version: number): Key => ({
    pk: `SUB#${id}`,
    sk: `${policyVersionPrefix}${padded(version)}`,
  }),
  expirySweep: (id: string): Key => ({ pk: `SUB#${id}`, sk: 'DOCUMENT_EXPIRY_SWEEP' }),
  policyApplication: (id: string): Key => ({ pk: `SUB#${id}`, sk: 'POLICY_APPLICATION' }),
  stats: (id: string, day: string): Key => ({ pk: `SUB#${id}`, sk: `${statsPrefix}${day}` }),
};

/** From Stripe's ids and push tokens to whom they belong, and whether an event was processed. */
export const lookupKeys = {
  stripeCustomer: (id: string): Key => ({ pk: `STRIPE#${id}`, sk: 'CUSTOMER' }),
  stripeSession: (id: string): Key => ({ pk: `VS#${id}`, sk: 'CUSTOMER' }),
  pushToken: (hash: string): Key => ({ pk: `PUSH_TOKEN#${hash}`, sk: 'DEVICE' }),
  event: (id: string): Key => ({ pk: `EVENT#${id}`, sk: 'EVENT' }),
  requeuedEvent: (id: string): Key => ({ pk: `EVENT#${id}`, sk: 'REQUEUED' }),
};

/** Where the reconciler goes on in a list, and what it did in each run. */
export const reconcilerKeys = {
  progress: (list: string): Key => ({ pk: reconcilerPartition, sk: `PROGRESS#${list}` }),
  run: (startedAtMs: number): Key => ({
    pk: reconcilerPartition,
    sk: `${runPrefix}${new Date(startedAtMs).toISOString()}`,
  }),
};

/** What became of Stripe's events in an hour, which sorts as it is written: `HOUR#2026-11-22T05`. */
export const webhookKeys = {
  hour: (timeMs: number): Key => ({
    pk: webhookPartition,
    sk: `${hourPrefix}${new Date(timeMs).toISOString().slice(0, 'yyyy-mm-ddThh'.length)}`,
  }),
};
