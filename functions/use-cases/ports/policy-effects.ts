// What a policy does to existing customers, and what the statistics count.

import type { CustomerRef } from '../../domain/customer.ts';
import type { Tally } from '../../domain/identity-tally.ts';
import type { BatchDue, PolicyApplication } from '../../domain/policy-application-job.ts';
import type { PolicySubject } from '../../domain/policy-application.ts';

/** A subaccount's customers as far as a policy reads them, oldest first. May be seconds behind. */
export type PolicySubjects = {
  /** @throws InvalidInput for a cursor that this list didn't give out. */
  page: (
    subaccountId: string,
    page: { cursor: string | null; limit: number },
  ) => Promise<{ subjects: readonly PolicySubject[]; nextCursor: string | null }>;
};

/** The latest application of a policy in each subaccount. */
export type PolicyApplications = {
  load: (subaccountId: string) => Promise<PolicyApplication | null>;
  /** @throws ConcurrentChange where the stored revision isn't the one before this job's. */
  save: (job: PolicyApplication) => Promise<void>;
};

/** The queue between the batches of a policy's application. Resolves once the queue has it. */
export type BatchQueue = { send: (due: BatchDue) => Promise<void> };

/** A change of a customer as the statistics count it. */
export type CountedChange = { ref: CustomerRef; version: number; atMs: number; tally: Tally };

/** Counters by subaccount and UTC day (`2026-03-01`). */
export type StatsCounters = {
  /**
   * Adds changes to a day, at most 90, each of another version; those that were added in the days before are
   * left out.
   * @throws ConcurrentChange where others count for the same day right now.
   */
  add: (subaccountId: string, day: string, changes: readonly CountedChange[]) => Promise<void>;
  /** What was counted on each day from the first to the last; days without anything may be missing. */
  byDay: (subaccountId: string, firstDay: string, lastDay: string) => Promise<ReadonlyMap<string, Tally>>;
};
