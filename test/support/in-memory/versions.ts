// Pages of what has a version, newest first, as the table answers them.

import { InvalidInput } from '../../../functions/domain/faults.ts';

/** @throws InvalidInput for a cursor that it didn't give out */
export function newestVersionsFirst<Versioned extends { version: number }>(
  all: readonly Versioned[],
  { cursor, limit }: { cursor: string | null; limit: number },
): { items: Versioned[]; nextCursor: string | null } {
  const before = cursor === null ? Infinity : versionOf(cursor);
  const older = all
    .filter(({ version }) => version < before)
    .sort((left, right) => right.version - left.version);
  const items = older.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: last === undefined || older.length <= limit ? null : String(last.version) };
}

function versionOf(cursor: string): number {
  if (/^\d+$/.test(cursor)) return Number(cursor);
  throw new InvalidInput([{ path: 'cursor', message: 'is not a cursor of this list' }]);
}
