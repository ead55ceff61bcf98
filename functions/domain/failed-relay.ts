// How long a record of the table's stream that can't be relayed may keep those behind it waiting.

import type { Failure } from './failed-delivery.ts';

const minuteMs = 60_000;

/**
 * From the moment a record was saved. A temporary fault mostly concerns everybody, so that letting others pass
 * would help nobody, and waiting keeps the order of pushes; but it may concern one customer alone, and then the
 * others have waited long enough.
 */
const patienceMs: Readonly<Record<Failure['kind'], number>> = {
  permanent: 0,
  unknown: 2 * minuteMs,
  temporary: 15 * minuteMs,
};

/** The one of two faults that leaves less hope. */
export function worseFault(one: Failure, other: Failure): Failure {
  return patienceMs[other.kind] < patienceMs[one.kind] ? other : one;
}

/** Whether the stream tries a record again, or goes on without it and a queue gets it; `ageMs` since it was saved. */
export function decideFailedRelay(fault: Failure, ageMs: number): 'retry' | 'hand_over' {
  return fault.kind !== 'permanent' && ageMs < patienceMs[fault.kind] ? 'retry' : 'hand_over';
}

/** The key of a saved item that is to be relayed; its partition is a customer's. */
export type ItemKey = { pk: string; sk: string };

/** A record that could not be delivered, with what happened to it: ids and codes only. */
export type HandedOver = {
  item: ItemKey;
  /** Null of a signup, and where it could not be read. */
  notificationId: string | null;
  /** Where it has been already: `topic`, and `device:<id>`. */
  reached: readonly string[];
  /** Of the last failure. Null where a person put the record on the queue, as are the times. */
  cause: string | null;
  /** Epoch milliseconds; as far as is known, for a relay that is replaced forgets. */
  firstFailedAtMs: number | null;
  /** Epoch milliseconds. */
  lastFailedAtMs: number | null;
};
