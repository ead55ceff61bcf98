// What is committed: the items, the indexes that follow from them, and every change in order.

import type { Key } from '../../../functions/adapters/dynamodb/keys.ts';
import { createIndexCollection, createTableCollection, type Collection } from './collection.ts';
import { indexes } from './schema.ts';
import { isSame, type StoredItem } from './values.ts';

/** What became of one item at one instant. Before and after differ. */
export type Change = {
  readonly key: Key;
  readonly before: StoredItem | null;
  readonly after: StoredItem | null;
  readonly atMs: number;
  /** Changes of one transaction have one number. */
  readonly commit: number;
  readonly cause: 'request' | 'time_to_live';
};

/** A state of the table that can be read: the one as of now, or an earlier one. */
export type View = {
  get(key: Key): StoredItem | null;
  /** Of the table, or of an index, in order. */
  partition(collection: Collection, hash: string): readonly StoredItem[];
};

export type Store = View & {
  readonly table: Collection;
  readonly indexes: ReadonlyMap<string, Collection>;
  readonly changes: readonly Change[];
  /** Saves items, all at once. One that stays as it is isn't changed. */
  commit(items: readonly { key: Key; after: StoredItem | null }[], cause?: Change['cause']): void;
};

export function createStore(nowMs: () => number): Store {
  const table = createTableCollection();
  const indexCollections = new Map(indexes.map((schema) => [schema.name, createIndexCollection(schema)]));
  const changes: Change[] = [];
  let commits = 0;

  const get = (key: Key): StoredItem | null => {
    const partition = table.partition(key.pk);
    const found = partition[table.position(partition, key)];
    return found?.['sk'] === key.sk ? found : null;
  };

  const save = (before: StoredItem | null, after: StoredItem | null): void => {
    if (after === null) {
      if (before !== null) table.remove(before);
    } else table.add(after);
    for (const index of indexCollections.values()) {
      if (before !== null && (after === null || !index.isSameKey(before, after))) index.remove(before);
      if (after !== null) index.add(after);
    }
  };

  return {
    table,
    indexes: indexCollections,
    changes,
    get,
    partition: (collection, hash) => collection.partition(hash),
    commit: (items, cause = 'request') => {
      commits += 1;
      for (const { key, after } of items) {
        const before = get(key);
        if (isUnchanged(before, after)) continue;
        save(before, after);
        changes.push({ key, before, after, atMs: nowMs(), commit: commits, cause });
      }
    },
  };
}

function isUnchanged(before: StoredItem | null, after: StoredItem | null): boolean {
  if (before === null || after === null) return before === after;
  return isSame(before, after);
}
