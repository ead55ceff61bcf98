// Which attributes of an item an answer has.

import { NotSimulated } from '../invalid.ts';
import type { StoredItem, Value } from '../values.ts';
import { parser, type Cursor } from './cursor.ts';
import { resolved, valueAt, type Environment } from './environment.ts';
import type { Path } from './grammar.ts';
import { overlap, overlapping } from './overlap.ts';

/** @throws NotSimulated for anything below an item's own attributes */
export const parseProjection = parser('ProjectionExpression', (cursor: Cursor): readonly Path[] => {
  const paths: Path[] = [];
  do {
    const path = cursor.path();
    if (path.length > 1) throw new NotSimulated('a projection of what is inside an attribute');
    paths.push(path);
  } while (cursor.takeIf(','));
  return paths;
});

export function projected(item: StoredItem, paths: readonly Path[], environment: Environment): StoredItem {
  const answer: Record<string, Value> = {};
  for (const path of paths) {
    const value = valueAt(item, path, environment);
    if (value !== undefined) answer[String(resolved(path, environment)[0])] = value;
  }
  return Object.freeze(answer);
}

/** @throws ValidationException where an attribute is asked for twice */
export function requireApart(paths: readonly Path[], environment: Environment): void {
  const names = paths.map((path) => resolved(path, environment));
  for (const [index, one] of names.entries()) {
    const other = names.slice(index + 1).find((later) => overlap(one, later));
    if (other !== undefined) throw overlapping('ProjectionExpression', one, other);
  }
}
