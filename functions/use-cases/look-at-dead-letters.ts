import type { DeadLetterQueue, HeldDeadLetter } from './ports/dead-letters.ts';

/** How many SQS hands out, takes back and takes in at once. */
const perRound = 10;

export type LookOptions = {
  /** How many to take in hand, give or take a round. */
  atMost: number;
  /** Ends the look early, with what it has by then. */
  signal?: AbortSignal;
  /** Told after each round how many were seen, and moved, so far. */
  onProgress?: (progress: { seen: number; redriven: number }) => void;
};

export type DeadLettersSeen = {
  held: readonly HeldDeadLetter[];
  /** About how many there are beyond those; SQS's count may be a minute behind. */
  unseen: number;
  /** How many of these somebody else had in hand, as nothing else was left; 0 where the look ended before. */
  heldByOthers: number;
  /** These have left the queue, and need not be given back. */
  letGo: (messageIds: ReadonlySet<string>) => void;
};

/**
 * Takes dead letters in hand, has something done with them, and gives back all that are still there, however it
 * ends: SQS has no way of looking at a queue without taking.
 */
export async function lookAtDeadLetters<Result>(
  queue: DeadLetterQueue,
  options: LookOptions,
  run: (seen: DeadLettersSeen) => Promise<Result>,
): Promise<Result> {
  const held = new Map<string, HeldDeadLetter>();
  const letGo = (messageIds: ReadonlySet<string>): void => {
    for (const id of messageIds) held.delete(id);
  };
  try {
    const sawAll = await takeInHand(queue, held, options);
    const unseen = Math.max(0, (await queue.approximateSize()) - held.size);
    return await run({ held: [...held.values()], unseen, heldByOthers: sawAll ? unseen : 0, letGo });
  } finally {
    // What can't be given back comes back by itself, only later.
    await Promise.allSettled(inRounds([...held.values()]).map((round) => queue.release(round)));
  }
}

/** Receives until nothing more can be seen, which is answered, or until the bound is reached. */
async function takeInHand(
  queue: DeadLetterQueue,
  held: Map<string, HeldDeadLetter>,
  { atMost, signal, onProgress }: LookOptions,
): Promise<boolean> {
  while (held.size < atMost && signal?.aborted !== true) {
    const round = await queue.receive();
    if (round.length === 0) return true;
    const before = held.size;
    // Of a message that was handed out anew, as after a long time, the last handle counts.
    for (const one of round) held.set(one.letter.messageId, one);
    if (held.size === before) return false;
    onProgress?.({ seen: held.size, redriven: 0 });
  }
  return false;
}

/** Splits letters as SQS takes them. */
export function inRounds<Letter>(letters: readonly Letter[]): Letter[][] {
  return Array.from({ length: Math.ceil(letters.length / perRound) }, (_, index) =>
    letters.slice(index * perRound, (index + 1) * perRound),
  );
}
