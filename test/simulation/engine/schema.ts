// The keys of the table and its indexes, and what items must be like to stand in them. All keys are texts.

import type { Key } from '../../../functions/adapters/dynamodb/keys.ts';
import { validation } from './invalid.ts';
import { requireKeySize } from './sizes.ts';
import type { StoredItem, Value } from './values.ts';

/** Attribute names of a partition and a sort key. */
export type KeySchema = { readonly hash: string; readonly range: string };
export type IndexSchema = KeySchema & {
  readonly name: string;
  /** What it holds besides all keys. */
  readonly projection: 'all' | readonly string[];
};

export const tableKeys = { hash: 'pk', range: 'sk' } as const satisfies KeySchema;

/** The template's indexes; a test holds them equal. */
export const indexes: readonly IndexSchema[] = [
  index('status'),
  index('requirement'),
  index('alternative'),
  index('creation'),
  index('open_session', ['sessionId']),
  index('deadline', []),
];

function index(prefix: string, projection: IndexSchema['projection'] = 'all'): IndexSchema {
  return { name: `by_${prefix}`, hash: `${prefix}_pk`, range: `${prefix}_sk`, projection };
}

const emptyKey =
  'One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value.';

/** The key of a Get, Update or Delete, which is the key and nothing else. */
export function readKey(given: Readonly<Record<string, unknown>> | undefined): Key {
  const { pk, sk, ...others } = given ?? {};
  if (typeof pk !== 'string' || typeof sk !== 'string' || Object.keys(others).length > 0) {
    throw validation('The provided key element does not match the schema');
  }
  return checkedKey(pk, sk);
}

export function keyOf({ pk, sk }: StoredItem): Key {
  if (pk === undefined || sk === undefined) {
    const missing = pk === undefined ? tableKeys.hash : tableKeys.range;
    throw validation(`One or more parameter values were invalid: Missing the key ${missing} in the item`);
  }
  if (typeof pk !== 'string' || typeof sk !== 'string') {
    const wrong = typeof pk === 'string' ? tableKeys.range : tableKeys.hash;
    throw validation(`One or more parameter values were invalid: Type mismatch for key ${wrong} expected: S`);
  }
  return checkedKey(pk, sk);
}

function checkedKey(pk: string, sk: string): Key {
  if (pk === '' || sk === '') throw validation(`${emptyKey} Key: ${pk === '' ? 'pk' : 'sk'}`);
  requireKeySize(pk, 2048, 'Size of hashkey has exceeded the maximum size limit of 2048 bytes');
  requireKeySize(sk, 1024, 'Aggregated size of all range keys has exceeded the size limit of 1024 bytes');
  return { pk, sk };
}

/** @throws ValidationException where an index's key is no text, or an empty one */
export function requireIndexKeys(item: StoredItem): void {
  for (const { name, hash, range } of indexes) {
    requireIndexKey(item[hash], hash, name);
    requireIndexKey(item[range], range, name);
  }
}

function requireIndexKey(value: Value | undefined, attribute: string, index: string): void {
  if (value === undefined || (typeof value === 'string' && value !== '')) return;
  const where = `IndexName: ${index}, IndexKey: ${attribute}`;
  if (value === '') throw validation(`${emptyKey} ${where}`);
  throw validation(
    `One or more parameter values were invalid: Type mismatch for Index Key ${attribute} Expected: S ${where}`,
  );
}
