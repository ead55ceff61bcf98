import type { Journal, ApiCall, Commit } from './journal.ts';
import type { Queues } from './messaging/queues.ts';
import type { Message } from './messaging/simulated-queue.ts';
import type { Published } from './messaging/simulated-sns.ts';
import type { Scheduler } from './scheduler.ts';
import type { SimulatedTable } from './engine/simulated-table.ts';
import type { SentEvent, SessionLife, SimulatedStripe } from './stripe/simulated-stripe.ts';

/** All that an invariant may look at. */
export type History = {
  scheduler: Scheduler;
  journal: Journal;
  stripe: SimulatedStripe;
  table: SimulatedTable;
  queues: Queues;
  tenants: readonly string[];
};

/** A promise that every history keeps. Each hook throws a Violation where it is broken. */
export type Invariant = {
  readonly name: string;
  /** A customer has a new version. */
  committed?: (commit: Commit) => void;
  /** A call has ended, with or without an answer. */
  answered?: (call: ApiCall) => void;
  /** A session changed at Stripe. */
  stripeChanged?: (life: SessionLife) => void;
  /** Our receiver took an event. */
  acknowledged?: (sent: SentEvent) => void;
  /** A worker was done with a message of the webhook's queues. */
  deleted?: (message: Message) => void;
  published?: (published: Published) => void;
  /** Faults have stopped, and everything has come to rest. */
  atRest?: () => void;
};

export type MakeInvariant = (history: History) => Invariant;
