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

/** Those of up to 100 event ids that have no marker. */
export async function findUnprocessed(
  table: Table,
  eventIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (eventIds.length === 0) return new Set();
  const ids = eventIds.slice(0, maxKeysPerRead);
  const markers = await table.getAll(ids.map((id) => lookupKeys.event(id)));
  return new Set(ids.filter((_, index) => markers[index] === null));
}
