// Where a simulation takes hold of the simulated table: before each call takes effect, and before it is answered.

/** A call of the table, with the keys that it touches: `<pk>/<sk>`; of a query, the partition: `<pk>/*`. */
export type StorageCall = {
  command: 'Get' | 'BatchGet' | 'Put' | 'Update' | 'Delete' | 'Query' | 'TransactWrite';
  keys: readonly string[];
};

/**
 * What goes wrong with a call. One that can't happen to the call at hand is as `none`.
 * - `throttled`: nothing happened.
 * - `failed`: nothing happened, and DynamoDB says so with a 5xx.
 * - `timed_out`: nothing happened, and the caller doesn't learn that.
 * - `timed_out_after`: it was saved, and the caller doesn't learn that.
 * - `conflict`: another transaction is writing one of the items; only for writes.
 * - `repeated`: it was saved, the answer was lost, and the SDK sent it once more. A transaction is known by its
 *   token; a single write happens again, or fails its condition although it was saved.
 * - `partial`: a BatchGet leaves some of its keys unread.
 * - `stale`: a read that isn't strongly consistent answers from before the last change of what it reads.
 */
export type StorageFault =
  | 'none'
  | 'throttled'
  | 'failed'
  | 'timed_out'
  | 'timed_out_after'
  | 'conflict'
  | 'repeated'
  | 'partial'
  | 'stale';

export type StorageHooks = {
  nowMs: () => number;
  /** Awaited before the call takes effect; answers what goes wrong. */
  before: (call: StorageCall) => Promise<StorageFault>;
  /** Awaited between a call's effect and its answer. */
  after: (call: StorageCall) => Promise<void>;
};
