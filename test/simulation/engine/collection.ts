// Items of the table or of one index, by partition, each partition in its order.

import { tableKeys, type IndexSchema, type KeySchema } from './schema.ts';
import { compareStrings, type StoredItem, type Value } from './values.ts';

export type Collection = {
  readonly schema: KeySchema;
  /** What a key in it consists of: that of an index has the table's key too. */
  readonly keyAttributes: readonly string[];
  /** As it holds an item; null where it doesn't, because one of the keys is missing. */
  entry(item: StoredItem): StoredItem | null;
  partition(hash: string): readonly StoredItem[];
  partitions(): Iterable<readonly StoredItem[]>;
  /** Where an item with such attributes stands in a list of a partition, or would stand. */
  position(partition: readonly StoredItem[], attributes: StoredItem): number;
  isSameKey(one: StoredItem, other: StoredItem): boolean;
  add(item: StoredItem): void;
  remove(item: StoredItem): void;
};

const empty: readonly StoredItem[] = Object.freeze([]);

export function createTableCollection(): Collection {
  return createCollection(tableKeys, [tableKeys.range], (item) => item);
}

/** An index can have many items of one sort key, which the table's key tells apart. */
export function createIndexCollection(schema: IndexSchema): Collection {
  const order = [schema.range, tableKeys.hash, tableKeys.range];
  const { projection } = schema;
  if (projection === 'all') return createCollection(schema, order, (item) => item);
  const held = [schema.hash, ...order, ...projection];
  return createCollection(schema, order, (item) => {
    const entry: Record<string, Value> = {};
    for (const name of held) {
      const value = item[name];
      if (value !== undefined) entry[name] = value;
    }
    return Object.freeze(entry);
  });
}

function createCollection(
  schema: KeySchema,
  order: readonly string[],
  project: (item: StoredItem) => StoredItem,
): Collection {
  const { hash, range } = schema;
  const partitions = new Map<string, StoredItem[]>();

  const compare = (one: StoredItem, other: StoredItem): number => {
    for (const attribute of order) {
      const difference = compareStrings(text(one[attribute]), text(other[attribute]));
      if (difference !== 0) return difference;
    }
    return 0;
  };

  const position = (partition: readonly StoredItem[], attributes: StoredItem): number => {
    let low = 0;
    let high = partition.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const item = partition[middle];
      if (item !== undefined && compare(item, attributes) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  const holds = (item: StoredItem): boolean => item[hash] !== undefined && item[range] !== undefined;
  const isSameKey = (one: StoredItem, other: StoredItem): boolean =>
    one[hash] === other[hash] && compare(one, other) === 0;

  return {
    schema,
    keyAttributes: [hash, ...order],
    position,
    isSameKey,
    entry: (item) => (holds(item) ? project(item) : null),
    partition: (name) => partitions.get(name) ?? empty,
    partitions: () => partitions.values(),
    add: (item) => {
      if (!holds(item)) return;
      const name = text(item[hash]);
      const partition = partitions.get(name);
      if (partition === undefined) {
        partitions.set(name, [project(item)]);
        return;
      }
      const at = position(partition, item);
      const present = partition[at];
      const isThere = present !== undefined && isSameKey(present, item);
      partition.splice(at, isThere ? 1 : 0, project(item));
    },
    remove: (item) => {
      if (!holds(item)) return;
      const name = text(item[hash]);
      const partition = partitions.get(name) ?? [];
      const at = position(partition, item);
      const present = partition[at];
      if (present === undefined || !isSameKey(present, item)) return;
      if (partition.length === 1) partitions.delete(name);
      else partition.splice(at, 1);
    },
  };
}

function text(value: Value | undefined): string {
  return typeof value === 'string' ? value : '';
}
