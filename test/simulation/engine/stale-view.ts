// What a read that isn't strongly consistent may answer: the state from before the last change of what it reads.

import type { Key } from '../../../functions/adapters/dynamodb/keys.ts';
import type { Change, Store, View } from './store.ts';
import { keyOf } from './schema.ts';
import type { StoredItem } from './values.ts';

/** A replica or an index is never further behind than this. */
const lagMs = 10_000;

/** @param touches whether a change is of what will be read */
export function staleView(store: Store, nowMs: number, touches: (change: Change) => boolean): View {
  const last = store.changes.findLastIndex((change) => isRecent(change, nowMs) && touches(change));
  const commit = store.changes[last]?.commit;
  if (commit === undefined) return store;
  const first = store.changes.findIndex((change) => change.commit === commit);
  return rewound(store, store.changes.slice(first));
}

function isRecent(change: Change, nowMs: number): boolean {
  return nowMs - change.atMs <= lagMs;
}

function rewound(store: Store, undone: readonly Change[]): View {
  const earlier = new Map<string, StoredItem | null>();
  for (const { key, before } of undone.toReversed()) earlier.set(nameOf(key), before);
  return {
    get: (key) => {
      const item = earlier.get(nameOf(key));
      return item === undefined ? store.get(key) : item;
    },
    partition: (collection, hash) => {
      const untouched = collection.partition(hash).filter((item) => !earlier.has(nameOf(keyOf(item))));
      const partition = [...untouched];
      for (const item of earlier.values()) {
        const entry = item === null ? null : collection.entry(item);
        if (entry?.[collection.schema.hash] !== hash) continue;
        partition.splice(collection.position(partition, entry), 0, entry);
      }
      return partition;
    },
  };
}

function nameOf({ pk, sk }: Key): string {
  return `${pk} ${sk}`;
}
