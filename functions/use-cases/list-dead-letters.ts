import { oldestFirst, type DeadLetter } from '../domain/dead-letter.ts';
import { findAffectedCustomers, type FindCustomersDeps } from './find-affected-customers.ts';
import { lookAtDeadLetters, type LookOptions } from './look-at-dead-letters.ts';
import type { DeadLetterQueue } from './ports/dead-letters.ts';

export type DeadLetterList = {
  /** Oldest first. */
  letters: readonly DeadLetter[];
  /** About how many there are in all. */
  approximateTotal: number;
};

/** The oldest of those that the look comes to, at most `limit`. Nothing is changed by it. */
export async function listDeadLetters(
  deps: FindCustomersDeps & { deadLetters: DeadLetterQueue },
  limit: number,
  options: LookOptions,
): Promise<DeadLetterList> {
  return lookAtDeadLetters(deps.deadLetters, options, async ({ held, unseen }) => {
    const oldest = oldestFirst(held.map(({ letter }) => letter)).slice(0, limit);
    return {
      letters: await findAffectedCustomers(deps, oldest),
      approximateTotal: held.length + unseen,
    };
  });
}
