// What stands in the index of deadlines because of a customer, written with the change that sets or moves it.

import * as z from 'zod';
import { customerRef, type Customer, type CustomerRef } from '../../domain/customer.ts';
import {
  endsVerification,
  nextExpiryDay,
  reminderDays,
  type DocumentExpiry,
} from '../../domain/document-expiry.ts';
import type { CustomerSave } from '../../use-cases/ports/customer-repository.ts';
import { documentExpiryDeadline, retentionDeadline } from './deadline-index.ts';
import { customerKeys } from './keys.ts';
import type { Item, Table, Write } from './table.ts';

export const retentionItem = z.object({ verifiedAtMs: z.number() });

/** The day is plain, because it is looked for by its place in the index. Nothing else of a document is. */
export const documentExpiryItem: z.ZodType<DocumentExpiry> = z.object({
  expiresOn: z.iso.date(),
  reachedDays: z.literal(reminderDays).nullable(),
});

/**
 * Each verification begins the time anew after which the customer's data goes, whoever gave it. One that is taken back
 * takes its document's expiry with it.
 */
export function deadlineWrites(
  table: Table,
  before: Customer | null,
  after: Customer,
  documentExpiry: CustomerSave['documentExpiry'],
): Write[] {
  const ref = customerRef(after);
  const { verifiedAtMs } = after;
  const expiry = endsVerification(before, after) ? null : documentExpiry;
  const isNewlyVerified = verifiedAtMs !== null && verifiedAtMs !== before?.verifiedAtMs;
  return [
    ...(isNewlyVerified ? [table.put(retentionOf(ref, verifiedAtMs))] : []),
    ...(expiry === undefined
      ? []
      : [documentExpiryWrite(table, ref, expiry && { reachedDays: null, ...expiry })]),
  ];
}

/** Keeps the expiry of a customer's document; null takes it away. */
export function documentExpiryWrite(table: Table, ref: CustomerRef, expiry: DocumentExpiry | null): Write {
  const key = customerKeys.documentExpiry(ref);
  return expiry === null
    ? table.remove(key)
    : table.put({ ...key, ...expiry, ...documentExpiryDeadline(ref, nextExpiryDay(expiry)) });
}

function retentionOf(ref: CustomerRef, verifiedAtMs: number): Item {
  return { ...customerKeys.retention(ref), verifiedAtMs, ...retentionDeadline(ref, verifiedAtMs) };
}
