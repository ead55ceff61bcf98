// Paths of one expression, none of which may lead into another.

import { validation } from '../invalid.ts';
import type { Path } from './grammar.ts';

export function overlap(one: Path, other: Path): boolean {
  const common = Math.min(one.length, other.length);
  return one.slice(0, common).every((step, index) => step === other[index]);
}

export function overlapping(kind: string, one: Path, other: Path): Error {
  return validation(
    `Invalid ${kind}: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [${one.join(', ')}], path two: [${other.join(', ')}]`,
  );
}
