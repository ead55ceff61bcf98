// The queue of events that failed for good, as those who list and redrive them see it.

import type { DeadLetter } from '../../domain/dead-letter.ts';

/** A dead letter that somebody has in hand: hidden from everybody else until it is released or moved. */
export type HeldDeadLetter = {
  letter: DeadLetter;
  /** The message as it was sent. */
  body: string;
  /** What SQS knows this handing out by. */
  receiptHandle: string;
};

/** The dead-letter queue, to be looked at. */
export type DeadLetterQueue = {
  /**
   * Takes up to ten more in hand; none where everything that is there has been handed out. One that nobody
   * releases comes back by itself after a while, and is then handed out again.
   */
  receive: () => Promise<readonly HeldDeadLetter[]>;
  /** Shows up to ten to everybody again; harmless for one that is gone. */
  release: (letters: readonly HeldDeadLetter[]) => Promise<void>;
  /** How many are there, those in somebody's hand too; may be a minute behind. */
  approximateSize: () => Promise<number>;
};

/** The dead-letter queue, with its way back to the processor. */
export type RedrivableDeadLetterQueue = DeadLetterQueue & {
  /**
   * Sends up to ten to the backlog lane as if they were new, and only then takes them off this queue: a message
   * is never lost, at worst there is one more copy of it. Answers the message ids of those that the lane took.
   */
  moveToBacklog: (letters: readonly HeldDeadLetter[]) => Promise<ReadonlySet<string>>;
};
