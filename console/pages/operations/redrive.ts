// What somebody asks to have processed once more, and what came of it, for people to read.

import { isRedrivable } from './causes.ts';
import type { DeadLetter, Redriven } from './operations-types.ts';

/** The API takes no more ids at once. */
const mostIds = 100;

/** Which dead letters a redrive is about. */
export type Selection =
  { kind: 'events'; eventIds: readonly string[] } | { kind: 'cause'; cause: string } | { kind: 'all' };

/** The events of these letters; one of which there are several messages is named once. */
export function selectionOf(letters: readonly DeadLetter[]): Selection {
  const ids = letters.filter(isRedrivable).flatMap(({ event_id }) => event_id ?? []);
  return { kind: 'events', eventIds: [...new Set(ids)].slice(0, mostIds) };
}

export type RedriveBody =
  | { event_ids: string[]; dry_run: boolean }
  | { cause: string; dry_run: boolean }
  | { all: true; dry_run: boolean };

/** A selection as the API takes it. */
export function bodyOf(selection: Selection, isDryRun: boolean): RedriveBody {
  switch (selection.kind) {
    case 'events':
      return { event_ids: [...selection.eventIds], dry_run: isDryRun };
    case 'cause':
      return { cause: selection.cause, dry_run: isDryRun };
    case 'all':
      return { all: true, dry_run: isDryRun };
  }
}

export type RedriveCounts = {
  /** Selected events that were seen. */
  matched: number;
  redriven: number;
  /** Seen, and still there. */
  left: number;
  /** No events, so that a redrive leaves them. */
  skipped: number;
  /** About how many letters the call didn't see; some of them may be selected. */
  notReached: number;
  /** About how many of those somebody else had in hand. */
  heldByOthers: number;
};

/** What a call tells. Where all that was named was seen, what it didn't see is no concern. */
export function countsOf(
  { matched, redriven, skipped, remaining, held_by_others, data }: Redriven,
  selection: Selection,
): RedriveCounts {
  const left = matched - redriven;
  const seen = new Set(data.map(({ event_id }) => event_id));
  const isComplete = selection.kind === 'events' && selection.eventIds.every((id) => seen.has(id));
  return {
    matched,
    redriven,
    left,
    skipped,
    notReached: isComplete ? 0 : Math.max(0, remaining - left),
    heldByOthers: isComplete ? 0 : held_by_others,
  };
}
