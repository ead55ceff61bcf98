// What the relay is given by the table's stream, and where it leaves what it can't deliver.

import type { Failure } from '../../domain/failed-delivery.ts';
import type { HandedOver, ItemKey } from '../../domain/failed-relay.ts';
import type { RelayedChange } from './messaging.ts';

/** A record of the table's stream. */
export type RelayTask = {
  /** Its place in the stream, the same at each repetition. */
  sequence: string;
  /** What logs know it by. */
  eventId: string;
  item: ItemKey;
  /** Epoch milliseconds. */
  savedAtMs: number;
  /** @throws Error where it is of no kind that is relayed, or can't be understood. */
  read: () => RelayedChange;
};

/** The queue of records that are tried again beside the stream. Resolves once the queue has it. */
export type RelayRetries = { handOver: (record: HandedOver) => Promise<void> };

/** Saved items that are to be relayed. */
export type Outbox = {
  /**
   * Strongly consistent; null where there is none, or no longer.
   * @throws Error where it is of no kind that is relayed, or can't be understood.
   */
  read: (item: ItemKey) => Promise<RelayedChange | null>;
};

/** Tells what kind of fault something thrown is. */
export type JudgeFault = (fault: unknown) => Failure;
