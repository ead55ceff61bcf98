// The queue of events that failed for good, as those who list and redrive them see it.

import type { DeadLetter } from '../../domain/dead-letter.ts';

/** A dead letter that somebody has in hand: hidden from everybody else until it is released or moved. */
export type HeldDeadLetter = {
  letter: DeadLetter;
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
   * Sends the events of up to ten to the backlog lane as if they were new, and only then takes them off this
   * queue: an event is never lost, at worst there is one more copy of it. What is no event stays. Answers the
   * message ids of those that the lane took.
   */
  moveToBacklog: (letters: readonly HeldDeadLetter[]) => Promise<ReadonlySet<string>>;
};
