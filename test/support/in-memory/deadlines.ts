// Deadlines on plain maps.

import { customerRef, type Customer, type CustomerRef } from '../../../functions/domain/customer.ts';
import {
  actsOnDocumentExpiry,
  endsVerification,
  nextExpiryDay,
  type DocumentExpiry,
} from '../../../functions/domain/document-expiry.ts';
import { ConcurrentChange } from '../../../functions/domain/faults.ts';
import { openRedaction } from '../../../functions/domain/redaction.ts';
import type { CustomerSave } from '../../../functions/use-cases/ports/customer-repository.ts';
import type {
  CustomerRefPage,
  DeadlineList,
  Deadlines,
} from '../../../functions/use-cases/ports/deadlines.ts';
import type { PolicyChange } from '../../../functions/use-cases/ports/subaccount-repository.ts';
import { copy, customerKey, type Storage } from './storage.ts';

type Listed = { ref: CustomerRef; position: string };

export function createInMemoryDeadlineList(storage: Storage): DeadlineList {
  const ownedBy = (subaccountId: string) => (one: { ref: CustomerRef }) =>
    one.ref.subaccountId === subaccountId;
  return {
    subaccounts: () => {
      const acting = [...storage.policies.values()]
        .filter((policy) => policy.retentionDays !== null || actsOnDocumentExpiry(policy))
        .map((policy) => policy.subaccountId);
      const ids = new Set([...acting, ...storage.expirySweeps.keys()]);
      const sweeps = (id: string): boolean => storage.expirySweeps.has(id);
      return Promise.resolve([...ids].sort().map((id) => ({ subaccountId: id, sweeps: sweeps(id) })));
    },

    verifiedUntil: (subaccountId, untilMs, page) => {
      const kept = [...storage.retention.values()].filter(ownedBy(subaccountId));
      const due = kept.filter(({ verifiedAtMs }) => verifiedAtMs <= untilMs);
      return Promise.resolve(
        pageOf(
          due.map(({ ref, verifiedAtMs }) => ({ ref, position: positionOf(verifiedAtMs, ref) })),
          page,
        ),
      );
    },

    documentsDue: (subaccountId, atMs, page) => {
      const kept = [...storage.documentExpiries.values()].filter(ownedBy(subaccountId));
      const due = kept
        .map(({ ref, expiry }) => ({ ref, day: nextExpiryDay(expiry) }))
        .filter(({ day }) => atMs === null || day <= new Date(atMs).toISOString().slice(0, 10));
      return Promise.resolve(
        pageOf(
          due.map(({ ref, day }) => ({ ref, position: `${day}#${customerKey(ref)}` })),
          page,
        ),
      );
    },

    openRedactions: (beforeMs, page) => {
      const open = [...storage.customers.values()].flatMap((customer) => {
        const redaction = openRedaction(customer);
        if (redaction === null || redaction.requestedAtMs >= beforeMs) return [];
        const ref = customerRef(customer);
        return [{ ref, position: positionOf(redaction.requestedAtMs, ref) }];
      });
      return Promise.resolve(pageOf(open, page));
    },
  };
}

export function createInMemoryDeadlines(storage: Storage): Deadlines {
  return {
    verifiedAtMs: (ref) => Promise.resolve(storage.retention.get(customerKey(ref))?.verifiedAtMs ?? null),
    documentExpiry: (ref) =>
      Promise.resolve(copy(storage.documentExpiries.get(customerKey(ref))?.expiry ?? null)),
    keepDocumentExpiry: (customer, expiry) => {
      const ref = customerRef(customer);
      const stored = storage.customers.get(customerKey(ref));
      if (stored?.version !== customer.version) return Promise.reject(new ConcurrentChange());
      writeExpiry(storage, ref, expiry);
      return Promise.resolve();
    },
    endSweep: (subaccountId, beforeMs) => {
      if ((storage.expirySweeps.get(subaccountId) ?? beforeMs) < beforeMs)
        storage.expirySweeps.delete(subaccountId);
      return Promise.resolve();
    },
  };
}

/** What a save or a creation does to deadlines. */
export function writeDeadlines(
  storage: Storage,
  before: Customer | null,
  { change, documentExpiry }: Pick<CustomerSave, 'change' | 'documentExpiry'>,
): void {
  const ref = customerRef(change.after);
  const { verifiedAtMs } = change.after;
  if (verifiedAtMs !== null && verifiedAtMs !== before?.verifiedAtMs) {
    storage.retention.set(customerKey(ref), { ref, verifiedAtMs });
  }
  const expiry = endsVerification(before, change.after) ? null : documentExpiry;
  if (expiry !== undefined) writeExpiry(storage, ref, expiry && { reachedDays: null, ...expiry });
}

/** What a change of a policy does to what is kept for its sake. */
export function writeSweep(storage: Storage, { before, after, atMs }: PolicyChange): void {
  if (before === null || !actsOnDocumentExpiry(before) || actsOnDocumentExpiry(after)) return;
  storage.expirySweeps.set(after.subaccountId, atMs);
}

function writeExpiry(storage: Storage, ref: CustomerRef, expiry: DocumentExpiry | null): void {
  if (expiry === null) storage.documentExpiries.delete(customerKey(ref));
  else storage.documentExpiries.set(customerKey(ref), { ref, expiry: copy(expiry) });
}

function positionOf(timeMs: number, ref: CustomerRef): string {
  return `${new Date(timeMs).toISOString()}#${customerKey(ref)}`;
}

function pageOf(
  listed: readonly Listed[],
  { cursor, limit }: { cursor: string | null; limit: number },
): CustomerRefPage {
  const page = listed
    .filter(({ position }) => cursor === null || position > cursor)
    .toSorted((left, right) => (left.position < right.position ? -1 : 1))
    .slice(0, limit);
  const last = page.length < limit ? undefined : page.at(-1);
  return { refs: page.map(({ ref }) => copy(ref)), nextCursor: last?.position ?? null };
}
