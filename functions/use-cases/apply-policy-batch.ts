// One batch of applying a policy to existing customers. Any part of it may be repeated, by a crash or by the
// queue: a customer is flagged once for each job, progress is saved once for each batch.

import { customerRef, type CustomerRef } from '../domain/customer.ts';
import { ConcurrentChange, DuplicateEvent } from '../domain/faults.ts';
import {
  afterBatch,
  batchDue,
  failedApplication,
  isActive,
  meaningOf,
  type BatchDue,
  type PolicyApplication,
} from '../domain/policy-application-job.ts';
import { decidePolicyApplication } from '../domain/policy-application.ts';
import type { Pause } from './ports/environment.ts';
import type { BatchQueue, PolicyApplications, PolicySubjects } from './ports/policy-effects.ts';
import { retryOnConflict } from './retry-on-conflict.ts';
import { saveChange, type SaveDeps } from './save-change.ts';

export type ApplyPolicyDeps = SaveDeps & {
  applications: PolicyApplications;
  subjects: PolicySubjects;
  batches: BatchQueue;
  pause: Pause;
};

const customersPerBatch = 50;

/**
 * Flags the customers of the batch that is due, saves how far the job is, and only then has the next batch
 * announced. `redelivered` says that this very word came before.
 */
export async function applyPolicyBatch(
  deps: ApplyPolicyDeps,
  due: BatchDue,
  redelivered: boolean,
): Promise<void> {
  const job = await deps.applications.load(due.subaccountId);
  const meaning = meaningOf(due, job, redelivered);
  if (job === null || meaning === 'nothing') return;
  if (meaning === 'announce_next') {
    await deps.batches.send(batchDue(job));
    return;
  }
  const page = { cursor: job.cursor, limit: customersPerBatch };
  const { subjects, nextCursor } = await deps.subjects.page(job.subaccountId, page);
  const refs = subjects.map(({ id }) => ({ subaccountId: job.subaccountId, customerId: id }));
  const processed = await flagInTurn(deps, job, refs);
  const flagged = await countFlagged(deps, job, refs);
  const outcome = { processed, flagged, superseded: processed < refs.length, nextCursor };
  const after = afterBatch(job, outcome, deps.clock.nowMs());
  if ((await savedByUs(deps, after)) && isActive(after)) await deps.batches.send(batchDue(after));
}

/** Gives a job up whose batch keeps failing; harmless where it has gone on since. */
export async function failPolicyApplication(
  deps: Pick<ApplyPolicyDeps, 'applications' | 'clock'>,
  due: BatchDue,
): Promise<void> {
  const job = await deps.applications.load(due.subaccountId);
  if (job === null || meaningOf(due, job, false) !== 'work') return;
  await savedByUs(deps, failedApplication(job, deps.clock.nowMs()));
}

/** Answers how many were looked at before the policy was found to have changed. */
async function flagInTurn(
  deps: ApplyPolicyDeps,
  job: PolicyApplication,
  refs: readonly CustomerRef[],
): Promise<number> {
  for (const [index, ref] of refs.entries()) {
    if (!(await flag(deps, job, ref))) return index;
  }
  return refs.length;
}

/** False where the policy is no longer the one to apply, as of the same read as the customer. */
async function flag(deps: ApplyPolicyDeps, job: PolicyApplication, ref: CustomerRef): Promise<boolean> {
  return retryOnConflict(deps, async () => {
    const context = await deps.customers.loadContext(ref);
    const { customer, policy } = context;
    if (policy.version !== job.policyVersion) return false;
    const change = decidePolicyApplication(customer, policy, deps.clock.nowMs());
    if (change === null) return true;
    const remark = `Policy version ${job.policyVersion}, applied by ${job.requestedBy}`;
    try {
      await saveChange(
        deps,
        context,
        { ...change, remark },
        { actor: { kind: 'system', id: job.id }, eventId: flaggingId(job, customerRef(customer)) },
      );
    } catch (fault) {
      if (!(fault instanceof DuplicateEvent)) throw fault;
    }
    return true;
  });
}

/** By the marks that flagging leaves, so that those count too whom a run flagged that crashed. */
async function countFlagged(
  { customers }: ApplyPolicyDeps,
  job: PolicyApplication,
  refs: readonly CustomerRef[],
): Promise<number> {
  if (refs.length === 0) return 0;
  const untouched = await customers.unprocessedEvents(refs.map((ref) => flaggingId(job, ref)));
  return refs.length - untouched.size;
}

function flaggingId(job: PolicyApplication, ref: CustomerRef): string {
  return `${job.id}:${ref.customerId}`;
}

/** False where somebody else saved first: another copy of the same word, or whoever started a new job. */
async function savedByUs(
  { applications }: Pick<ApplyPolicyDeps, 'applications'>,
  job: PolicyApplication,
): Promise<boolean> {
  try {
    await applications.save(job);
    return true;
  } catch (fault) {
    if (fault instanceof ConcurrentChange) return false;
    throw fault;
  }
}
