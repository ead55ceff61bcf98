// A command once it is understood: what it touches, and what it does to a state of the table.

import type { Key } from '../../../../functions/adapters/dynamodb/keys.ts';
import { NotSimulated } from '../invalid.ts';
import type { StorageCall } from '../storage-hooks.ts';
import type { Change, Store, View } from '../store.ts';

type Answer = Record<string, unknown>;

export type ReadRequest = {
  kind: 'read';
  call: StorageCall;
  /** Whether a change is of what it reads; null where it reads strongly consistent. */
  touches: ((change: Change) => boolean) | null;
  run: (view: View) => Answer;
  /** A BatchGet, when some of its keys stay unread; undefined for other reads. */
  runPartly?: (view: View) => Answer;
};

export type WriteRequest = {
  kind: 'write';
  call: StorageCall;
  run: (store: Store) => Answer;
};

export type Request = ReadRequest | WriteRequest;

/** As calls name the keys that they touch. */
export function keyName({ pk, sk }: Key): string {
  return `${pk}/${sk}`;
}

/** @throws NotSimulated for a parameter that would be ignored here */
export function requireKnown(input: object, known: ReadonlySet<string>): void {
  for (const [name, value] of Object.entries(input)) {
    if (value !== undefined && !known.has(name)) throw new NotSimulated(`the parameter ${name}`);
  }
}
