// Lists, page by page. A cursor is the sort key of the last item, and at most its order beside it: whose list it is
// comes from the caller, so a cursor can't lead into another's.

import { Buffer } from 'node:buffer';
import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { InvalidInput } from '../../domain/faults.ts';
import type { Item, Table } from './table.ts';

/**
 * A page of a query, with the cursor of the next where there is one. `sortKey` names the attribute it is sorted by,
 * `prefix` is what else the cursor has to hold.
 */
export async function queryPage(
  table: Table,
  query: Omit<QueryCommandInput, 'TableName' | 'Limit'>,
  { limit, sortKey, prefix = '' }: { limit: number; sortKey: string; prefix?: string },
): Promise<{ items: Item[]; nextCursor: string | null }> {
  // One more than asked for tells whether there is a next page.
  const found = await table.query({ ...query, Limit: limit + 1 });
  const items = found.slice(0, limit);
  const last = items.at(-1)?.[sortKey];
  const hasMore = found.length > limit && typeof last === 'string';
  return { items, nextCursor: hasMore ? Buffer.from(prefix + last, 'utf8').toString('base64url') : null };
}

/** What a cursor holds, if it is one; whoever uses it checks its shape. */
export function readCursor(cursor: string): string {
  return Buffer.from(cursor, 'base64url').toString('utf8');
}

/**
 * A page of a partition's items that are numbered by version behind a prefix, newest first, strongly consistent.
 * @throws InvalidInput for a cursor that it didn't give out
 */
export async function newestVersionsFirst(
  table: Table,
  { pk, prefix }: { pk: string; prefix: string },
  { cursor, limit }: { cursor: string | null; limit: number },
): ReturnType<typeof queryPage> {
  const after = cursor === null ? null : readCursor(cursor);
  if (after !== null && !(after.startsWith(prefix) && /^\d{10}$/.test(after.slice(prefix.length)))) {
    throw new InvalidInput([{ path: 'cursor', message: 'is not a cursor of this list' }]);
  }
  const query = {
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
    ConsistentRead: true,
    ScanIndexForward: false,
    ...(after !== null && { ExclusiveStartKey: { pk, sk: after } }),
  };
  return queryPage(table, query, { limit, sortKey: 'sk' });
}
