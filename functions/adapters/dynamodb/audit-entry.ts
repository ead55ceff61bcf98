// The audit trail in the table: one item for each version, written in the same transaction as the change itself.

import type { Actor } from '../../domain/actor.ts';
import type { CustomerChange } from '../../domain/customer-change.ts';
import { auditEntryOf, type AuditEntry } from '../../domain/audit-entry.ts';
import { customerRef, type Customer, type CustomerRef } from '../../domain/customer.ts';
import { InvalidInput } from '../../domain/faults.ts';
import { tallyOf } from '../../domain/identity-tally.ts';
import type { Vault } from '../encryption/vault.ts';
import { auditItem } from './items.ts';
import { noteText } from './sealed-contents.ts';
import { customerKeys, customerPartition } from './keys.ts';
import { queryPage, readCursor } from './page.ts';
import { openItem } from './sealed-items.ts';
import type { Item, Table } from './table.ts';

/** The entry as it is stored, its notes apart, with what the statistics count of it (count-stats reads it from the stream). */
export function auditEntryItem(
  before: Customer | null,
  change: CustomerChange,
  actor: Actor,
  atMs: number,
): Item {
  const { notes, ...entry } = auditEntryOf(before, change, actor, atMs);
  return {
    ...customerKeys.audit(customerRef(change.after), entry.version),
    ...entry,
    hasNotes: notes !== null,
    tally: tallyOf(before, change),
  };
}

const cursorShape = /^AUDIT#\d{10}$/;

/** A page of the trail, newest first. @throws InvalidInput for a cursor that it didn't give out */
export async function readAuditTrail(
  table: Table,
  vault: Vault,
  ref: CustomerRef,
  { cursor, limit }: { cursor: string | null; limit: number },
): Promise<{ entries: AuditEntry[]; nextCursor: string | null }> {
  const after = cursor === null ? null : readCursor(cursor);
  if (after !== null && !cursorShape.test(after)) {
    throw new InvalidInput([{ path: 'cursor', message: 'is not a cursor of this trail' }]);
  }
  const pk = customerPartition(ref);
  const query = {
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :audit)',
    ExpressionAttributeValues: { ':pk': pk, ':audit': 'AUDIT#' },
    ConsistentRead: true,
    ScanIndexForward: false,
    ...(after !== null && { ExclusiveStartKey: { pk, sk: after } }),
  };
  const { items, nextCursor } = await queryPage(table, query, { limit, sortKey: 'sk' });
  const entries = items.map((item) => auditItem.parse(item));
  const noted = entries.filter(({ hasNotes }) => hasNotes).map(({ version }) => version);
  const notes = await readNotes(table, vault, ref, noted);
  return {
    entries: entries.map(({ hasNotes: _, ...entry }) => ({
      ...entry,
      notes: notes.get(entry.version) ?? null,
    })),
    nextCursor,
  };
}

/** Operators' notes by the versions of their entries; those that a redaction took are missing. */
async function readNotes(
  table: Table,
  vault: Vault,
  ref: CustomerRef,
  versions: readonly number[],
): Promise<ReadonlyMap<number, string | null>> {
  if (versions.length === 0) return new Map();
  const items = await table.getAll(versions.map((version) => customerKeys.note(ref, version)));
  return new Map(
    await Promise.all(
      versions.map(async (version, index) => {
        const note = await openItem(vault, ref, 'notes', items[index], noteText);
        return [version, note] as const;
      }),
    ),
  );
}
