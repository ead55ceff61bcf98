/** The parts that everything in the simulator works with. */
import type { Collections } from './collections.ts';
import type { CheckRecord } from './identity/check-record.ts';
import type { ResolvedOptions } from './options.ts';
import type { DurableQueue } from './storage/durable-queue.ts';
import type { Store } from './storage/store.ts';
import type { DeliveryRecord } from './webhooks/records.ts';

export interface Simulator {
  readonly options: ResolvedOptions;
  readonly store: Store;
  readonly collections: Collections;
  /** Checks and redactions that take their time. */
  readonly checks: DurableQueue<CheckRecord>;
  /** Events on their way to the webhook endpoint. */
  readonly deliveries: DurableQueue<DeliveryRecord>;
  /** Signs the hosted page's addresses; the same after a restart. */
  readonly signingKey: string;
  /** Aborted when the simulator ends. */
  readonly stopping: AbortSignal;
  nowMs(): number;
  /** What addresses on this server begin with. Known once it listens. */
  publicUrl(): string;
  /** Ends the queues and whatever waits. The store stays open for requests under way. */
  stop(): Promise<void>;
}
