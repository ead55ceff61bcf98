// The audit trail in the table: one item for each version, written in the same transaction as the change itself.

import { auditEntryOf, type AuditedChange, type AuditEntry } from '../../domain/audit-entry.ts';
import { customerRef, type CustomerRef } from '../../domain/customer.ts';
import { tallyOf } from '../../domain/identity-tally.ts';
import type { Vault } from '../encryption/vault.ts';
import { auditItem } from './items.ts';
import { noteText } from './sealed-contents.ts';
import { auditPrefix, customerKeys, customerPartition } from './keys.ts';
import { newestVersionsFirst } from './page.ts';
import { openItem } from './sealed-items.ts';
import type { Item, Table } from './table.ts';

/** The entry as it is stored, its notes apart, with what the statistics count of it (count-stats reads it from the stream). */
export function auditEntryItem(saved: AuditedChange): Item {
  const { notes, ...entry } = auditEntryOf(saved);
  const { before, change } = saved;
  return {
    ...customerKeys.audit(customerRef(change.after), entry.version),
    ...entry,
    hasNotes: notes !== null,
    tally: tallyOf(before, change),
  };
}

/** A page of the trail, newest first. @throws InvalidInput for a cursor that it didn't give out */
export async function readAuditTrail(
  table: Table,
  vault: Vault,
  ref: CustomerRef,
  page: { cursor: string | null; limit: number },
): Promise<{ entries: AuditEntry[]; nextCursor: string | null }> {
  const trail = { pk: customerPartition(ref), prefix: auditPrefix };
  const { items, nextCursor } = await newestVersionsFirst(table, trail, page);
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
