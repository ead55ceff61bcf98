// The table's time to live.

import { keyOf } from './schema.ts';
import type { Store } from './store.ts';
import type { StoredItem } from './values.ts';

/** DynamoDB deletes nothing that expired longer ago: five years of seconds. */
const oldestSeconds = 5 * 365 * 24 * 60 * 60;

/** Deletes what has expired; answers how many items. */
export function expireItems(store: Store, nowMs: number): number {
  const expired = [...store.table.partitions()].flat().filter((item) => isExpired(item, nowMs / 1000));
  for (const item of expired) store.commit([{ key: keyOf(item), after: null }], 'time_to_live');
  return expired.length;
}

function isExpired({ expires_at }: StoredItem, nowSeconds: number): boolean {
  return typeof expires_at === 'number' && expires_at < nowSeconds && expires_at > nowSeconds - oldestSeconds;
}
