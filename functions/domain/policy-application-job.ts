// The work of applying a policy to all customers of a subaccount, batch by batch: where it stands, as data.

import { actorName, type Actor } from './actor.ts';

/** `superseded`: the policy changed while it was being applied, so the rest was left alone. */
export const applicationStatuses = ['queued', 'running', 'done', 'failed', 'superseded'] as const;
export type ApplicationStatus = (typeof applicationStatuses)[number];

/** Times are epoch milliseconds. */
export type PolicyApplication = {
  id: string;
  subaccountId: string;
  /** One more with each save, also over the jobs of a subaccount: of two who save at once, one wins. */
  revision: number;
  status: ApplicationStatus;
  policyVersion: number;
  /** Who asked for it, e.g. `operator:u_1`. */
  requestedBy: string;
  requestedAtMs: number;
  startedAtMs: number | null;
  /** When a batch was last finished. */
  updatedAtMs: number;
  finishedAtMs: number | null;
  /** Customers looked at, and those of them that this job flagged. */
  processed: number;
  flagged: number;
  /** Where the next batch begins; null at the first. */
  cursor: string | null;
  /** Where the batch before began. */
  previousCursor: string | null;
};

/** The word that a batch is due; it can come twice, or late. */
export type BatchDue = { subaccountId: string; jobId: string; cursor: string | null };

/** What came of a batch; `nextCursor` is null after the last. */
export type BatchOutcome = {
  processed: number;
  flagged: number;
  superseded: boolean;
  nextCursor: string | null;
};

/** A job that is to begin. `previous` is the subaccount's job before it, if any. */
export function newApplication(
  wanted: { id: string; subaccountId: string; policyVersion: number; requestedBy: Actor },
  previous: PolicyApplication | null,
  nowMs: number,
): PolicyApplication {
  return {
    ...wanted,
    requestedBy: actorName(wanted.requestedBy),
    revision: (previous?.revision ?? 0) + 1,
    status: 'queued',
    requestedAtMs: nowMs,
    startedAtMs: null,
    updatedAtMs: nowMs,
    finishedAtMs: null,
    processed: 0,
    flagged: 0,
    cursor: null,
    previousCursor: null,
  };
}

/** Whether a job has batches to come. */
export function isActive(job: PolicyApplication): boolean {
  return job.status === 'queued' || job.status === 'running';
}

/** Far longer than all tries of one batch take. */
const stalledAfterMs = 10 * 60_000;

/** Whether the word of the next batch may have been lost, so that saying it again is due. */
export function mayHaveStalled(job: PolicyApplication, nowMs: number): boolean {
  return job.status === 'queued' || (job.status === 'running' && nowMs - job.updatedAtMs > stalledAfterMs);
}

/** The word of a job's next batch. */
export function batchDue(job: PolicyApplication): BatchDue {
  return { subaccountId: job.subaccountId, jobId: job.id, cursor: job.cursor };
}

/**
 * What a word means as the job stands now: work to do; work that is done, with the next word perhaps never
 * said (only a word that comes again tells of a crash, so doubles don't multiply); or nothing.
 */
export function meaningOf(
  due: BatchDue,
  job: PolicyApplication | null,
  redelivered: boolean,
): 'work' | 'announce_next' | 'nothing' {
  if (job?.id !== due.jobId || !isActive(job)) return 'nothing';
  if (job.cursor === due.cursor) return 'work';
  return redelivered && job.previousCursor === due.cursor ? 'announce_next' : 'nothing';
}

/** A job as it stands after a batch. */
export function afterBatch(job: PolicyApplication, outcome: BatchOutcome, nowMs: number): PolicyApplication {
  const counted = {
    ...job,
    revision: job.revision + 1,
    processed: job.processed + outcome.processed,
    flagged: job.flagged + outcome.flagged,
    startedAtMs: job.startedAtMs ?? nowMs,
    updatedAtMs: nowMs,
  };
  if (outcome.superseded) return { ...counted, status: 'superseded', finishedAtMs: nowMs };
  if (outcome.nextCursor === null) return { ...counted, status: 'done', finishedAtMs: nowMs };
  return { ...counted, status: 'running', cursor: outcome.nextCursor, previousCursor: job.cursor };
}

/** Given up; whoever asks again starts a new job, which passes over those that are flagged. */
export function failedApplication(job: PolicyApplication, nowMs: number): PolicyApplication {
  return {
    ...job,
    revision: job.revision + 1,
    status: 'failed',
    updatedAtMs: nowMs,
    finishedAtMs: nowMs,
  };
}
