// Lists, page by page. A cursor is the sort key of the last item and nothing else: whose list it is comes from the
// caller, so a cursor can't lead into another's.

import { Buffer } from 'node:buffer';
import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Item, Table } from './table.ts';

/** A page of a query, with the cursor of the next where there is one. `sortKey` names the attribute it is sorted by. */
export async function queryPage(
  table: Table,
  query: Omit<QueryCommandInput, 'TableName' | 'Limit'>,
  { limit, sortKey }: { limit: number; sortKey: string },
): Promise<{ items: Item[]; nextCursor: string | null }> {
  // One more than asked for tells whether there is a next page.
  const found = await table.query({ ...query, Limit: limit + 1 });
  const items = found.slice(0, limit);
  const last = items.at(-1)?.[sortKey];
  const hasMore = found.length > limit && typeof last === 'string';
  return { items, nextCursor: hasMore ? Buffer.from(last, 'utf8').toString('base64url') : null };
}

/** What a cursor holds, if it is one; whoever uses it checks its shape. */
export function readCursor(cursor: string): string {
  return Buffer.from(cursor, 'base64url').toString('utf8');
}
