// The index of deadlines as lists, and the items behind it, which are read before anything is done.

import * as z from 'zod';
import { dayMs, utcDay } from '../../domain/calendar-date.ts';
import { customerRef, type CustomerRef } from '../../domain/customer.ts';
import { ConcurrentChange } from '../../domain/faults.ts';
import type {
  CustomerRefPage,
  DeadlineList,
  Deadlines,
  SubaccountWithDeadlines,
} from '../../use-cases/ports/deadlines.ts';
import { deadlineIndex, deadlineMoment, deadlinePartitions } from './deadline-index.ts';
import { documentExpiryItem, documentExpiryWrite, retentionItem } from './deadline-items.ts';
import { customerKeys, customerOfPartition, subaccountKeys } from './keys.ts';
import { TransactionRefused, type Table } from './table.ts';

/** Before and behind all sort keys: those begin with an id or a date. */
const [first, last] = ['0', '~'];

const entryItem = z.object({ pk: z.string(), sk: z.string(), deadline_sk: z.string() });
type Entry = z.infer<typeof entryItem>;

type EntryPage = { entries: Entry[]; nextCursor: string | null };

export function createDeadlineList(table: Table): DeadlineList {
  const read = async (
    partition: string,
    until: string,
    { cursor, limit }: { cursor: string | null; limit: number },
  ): Promise<EntryPage> => {
    // No sort key goes on where another ends but with `#`, so nothing is between a key and this.
    const after = cursor === null ? first : `${cursor}!`;
    if (after > until) return { entries: [], nextCursor: null };
    const items = await table.query({
      IndexName: deadlineIndex,
      KeyConditionExpression: 'deadline_pk = :partition AND deadline_sk BETWEEN :after AND :until',
      ExpressionAttributeValues: { ':partition': partition, ':after': after, ':until': until },
      Limit: limit,
    });
    const entries = items.map((item) => entryItem.parse(item));
    const end = entries.length < limit ? undefined : entries.at(-1);
    return { entries, nextCursor: end?.deadline_sk ?? null };
  };

  return {
    async subaccounts() {
      const found = new Map<string, SubaccountWithDeadlines>();
      let cursor: string | null = null;
      do {
        const page: EntryPage = await read(deadlinePartitions.policies, last, { cursor, limit: 500 });
        for (const { pk, sk } of page.entries) {
          const subaccountId = pk.slice('SUB#'.length);
          const sweeps = sk === subaccountKeys.expirySweep(subaccountId).sk;
          found.set(subaccountId, {
            subaccountId,
            sweeps: sweeps || found.get(subaccountId)?.sweeps === true,
          });
        }
        cursor = page.nextCursor;
      } while (cursor !== null);
      return [...found.values()];
    },

    async verifiedUntil(subaccountId, untilMs, page) {
      const partition = deadlinePartitions.retention(subaccountId);
      return customersOf(await read(partition, deadlineMoment(untilMs + 1), page));
    },

    async documentsDue(subaccountId, atMs, page) {
      const until = atMs === null ? last : utcDay(atMs + dayMs);
      return customersOf(await read(deadlinePartitions.documentExpiry(subaccountId), until, page));
    },

    async openRedactions(beforeMs, page) {
      return customersOf(await read(deadlinePartitions.redactions, deadlineMoment(beforeMs), page));
    },
  };
}

export function createDeadlines(table: Table): Deadlines {
  return {
    async verifiedAtMs(ref) {
      const item = await table.get(customerKeys.retention(ref));
      return item === null ? null : retentionItem.parse(item).verifiedAtMs;
    },

    async documentExpiry(ref) {
      const item = await table.get(customerKeys.documentExpiry(ref));
      return item === null ? null : documentExpiryItem.parse(item);
    },

    async keepDocumentExpiry(customer, expiry) {
      const ref = customerRef(customer);
      await table
        .transact([
          table.mustBeAt(customerKeys.profile(ref), customer.version),
          documentExpiryWrite(table, ref, expiry),
        ])
        .catch((fault: unknown) => {
          throw fault instanceof TransactionRefused ? new ConcurrentChange() : fault;
        });
    },

    async endSweep(subaccountId, beforeMs) {
      const key = subaccountKeys.expirySweep(subaccountId);
      const began = table.deleteWhere(key, 'atMs < :before', { ':before': beforeMs });
      await table.transact([began]).catch((fault: unknown) => {
        if (!(fault instanceof TransactionRefused)) throw fault;
      });
    },
  };
}

function customersOf({ entries, nextCursor }: EntryPage): CustomerRefPage {
  return { refs: entries.map(customerOf), nextCursor };
}

function customerOf({ pk }: Entry): CustomerRef {
  const ref = customerOfPartition(pk);
  if (ref === null) throw new Error('this is no customer');
  return ref;
}
