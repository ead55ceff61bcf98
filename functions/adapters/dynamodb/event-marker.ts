// A marker says that a Stripe event had its effect. Stripe tells of an event for 30 days at most.

import { lookupKeys } from './keys.ts';
import type { Item, Table } from './table.ts';

const markerLifeSeconds = 40 * 24 * 60 * 60;
const maxKeysPerRead = 100;

export function eventMarker(eventId: string, atMs: number): Item {
  return {
    ...lookupKeys.event(eventId),
    processedAtMs: atMs,
    expires_at: Math.ceil(atMs / 1000) + markerLifeSeconds,
  };
}

/** Those of the event ids that have no marker. */
export async function findUnprocessed(
  table: Table,
  eventIds: readonly string[],
): Promise<ReadonlySet<string>> {
  // DynamoDB refuses a batch that names a key twice.
  const ids = [...new Set(eventIds)];
  const unprocessed = new Set<string>();
  for (let start = 0; start < ids.length; start += maxKeysPerRead) {
    const batch = ids.slice(start, start + maxKeysPerRead);
    const markers = await table.getAll(batch.map((id) => lookupKeys.event(id)));
    for (const [index, id] of batch.entries()) if (markers[index] === null) unprocessed.add(id);
  }
  return unprocessed;
}
