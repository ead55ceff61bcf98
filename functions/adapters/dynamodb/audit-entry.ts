// The audit trail in the table: one item for each version, written in the same transaction as the change itself.

import { Buffer } from 'node:buffer';
import type { Actor } from '../../domain/actor.ts';
import type { CustomerChange } from '../../domain/customer-change.ts';
import { auditEntryOf, type AuditEntry } from '../../domain/audit-entry.ts';
import { customerRef, type Customer, type CustomerRef } from '../../domain/customer.ts';
import { InvalidInput } from '../../domain/faults.ts';
import { tallyOf } from '../../domain/identity-tally.ts';
import { auditItem } from './items.ts';
import { customerKeys, customerPartition } from './keys.ts';
import type { Item, Table } from './table.ts';

/** The entry as it is stored, with what the statistics count of it (count-stats reads it from the stream). */
export function auditEntryItem(
  before: Customer | null,
  change: CustomerChange,
  actor: Actor,
  atMs: number,
): Item {
  const entry = auditEntryOf(before, change, actor, atMs);
  return {
    ...customerKeys.audit(customerRef(change.after), entry.version),
    ...entry,
    tally: tallyOf(before, change),
  };
}

const cursorShape = /^AUDIT#\d{10}$/;

/** A page of the trail, newest first. @throws InvalidInput for a cursor that it didn't give out */
export async function readAuditTrail(
  table: Table,
  ref: CustomerRef,
  { cursor, limit }: { cursor: string | null; limit: number },
): Promise<{ entries: AuditEntry[]; nextCursor: string | null }> {
  const after = cursor === null ? null : Buffer.from(cursor, 'base64url').toString('utf8');
  if (after !== null && !cursorShape.test(after)) {
    throw new InvalidInput([{ path: 'cursor', message: 'is not a cursor of this trail' }]);
  }
  const pk = customerPartition(ref);
  const items = await table.query({
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :audit)',
    ExpressionAttributeValues: { ':pk': pk, ':audit': 'AUDIT#' },
    ConsistentRead: true,
    ScanIndexForward: false,
    // One more than asked for tells whether there is a next page.
    Limit: limit + 1,
    ...(after !== null && { ExclusiveStartKey: { pk, sk: after } }),
  });
  const page = items.slice(0, limit);
  const last = page.at(-1)?.['sk'];
  return {
    entries: page.map((item) => auditItem.parse(item)),
    nextCursor:
      items.length > limit && typeof last === 'string'
        ? Buffer.from(last, 'utf8').toString('base64url')
        : null,
  };
}
