import { isSelected, oldestFirst, type DeadLetter, type DeadLetterSelection } from '../domain/dead-letter.ts';
import { findAffectedCustomers, type FindCustomersDeps } from './find-affected-customers.ts';
import {
  inRounds,
  lookAtDeadLetters,
  type DeadLettersSeen,
  type LookOptions,
} from './look-at-dead-letters.ts';
import type { RedrivableDeadLetterQueue } from './ports/dead-letters.ts';

export type RedriveDeps = FindCustomersDeps & { deadLetters: RedrivableDeadLetterQueue };

export type Redrive = { selection: DeadLetterSelection; dryRun: boolean };

/**
 * `selected` ones are still there: it was a dry run, or the lane didn't take them. `skipped` ones are no
 * events; they would come straight back.
 */
export type RedriveOutcome = 'redriven' | 'selected' | 'skipped';

export type RedriveReport = {
  dryRun: boolean;
  /** Selected events that were seen. */
  matched: number;
  redriven: number;
  skipped: number;
  /** Selected events that are still there, and about how many letters the look didn't see. */
  remaining: number;
  /** About how many of the remaining ones somebody else had in hand; a selected event may be among them. */
  heldByOthers: number;
  /** Oldest first. */
  letters: readonly { letter: DeadLetter; outcome: RedriveOutcome }[];
};

/**
 * Puts the selected events that the look comes to on the backlog lane, oldest first. Everything is looked at
 * before anything is moved, so that an event that fails again at once isn't met twice. Doing it twice is
 * harmless: an event has one effect, however many copies of it are processed.
 */
export async function redriveDeadLetters(
  deps: RedriveDeps,
  { selection, dryRun }: Redrive,
  options: LookOptions,
): Promise<RedriveReport> {
  return lookAtDeadLetters(deps.deadLetters, options, async (seen) => {
    const selected = seen.held.filter(({ letter }) => isSelected(letter, selection));
    const letters = await findAffectedCustomers(deps, oldestFirst(selected.map(({ letter }) => letter)));
    const events = letters.filter(({ event }) => event !== null);
    const moved = dryRun ? new Set<string>() : await move(deps, seen, events, options);
    return {
      dryRun,
      matched: events.length,
      redriven: moved.size,
      skipped: letters.length - events.length,
      remaining: events.length - moved.size + seen.unseen,
      heldByOthers: seen.heldByOthers,
      letters: letters.map((letter) => ({ letter, outcome: outcomeOf(letter, moved) })),
    };
  });
}

async function move(
  { deadLetters }: RedriveDeps,
  { held, letGo }: DeadLettersSeen,
  letters: readonly DeadLetter[],
  { signal, onProgress }: LookOptions,
): Promise<ReadonlySet<string>> {
  const byId = new Map(held.map((one) => [one.letter.messageId, one]));
  const moved = new Set<string>();
  for (const round of inRounds(letters.flatMap(({ messageId }) => byId.get(messageId) ?? []))) {
    if (signal?.aborted === true) break;
    const taken = await deadLetters.moveToBacklog(round);
    letGo(taken);
    for (const id of taken) moved.add(id);
    onProgress?.({ seen: held.length, redriven: moved.size });
  }
  return moved;
}

function outcomeOf({ event, messageId }: DeadLetter, moved: ReadonlySet<string>): RedriveOutcome {
  if (event === null) return 'skipped';
  return moved.has(messageId) ? 'redriven' : 'selected';
}
