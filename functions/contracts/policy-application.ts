// A policy's application to existing customers, as the API and the queue between its batches speak of it.

import * as z from 'zod';
import {
  applicationStatuses,
  type BatchDue,
  type PolicyApplication,
} from '../domain/policy-application-job.ts';
import { subaccountId, toIso, toIsoOrNull, utcTime } from './identifiers.ts';

export const applyPolicyBody = z.strictObject({
  version: z
    .int()
    .min(1)
    .optional()
    .describe(
      'The policy’s version that is meant: where another one is in force, nothing is started (409 `version_conflict`).',
    ),
});

export const policyApplicationJson = z
  .object({
    id: z.string(),
    subaccount_id: z.string(),
    status: z
      .enum(applicationStatuses)
      .describe('`superseded`: the policy changed while it was being applied.'),
    policy_version: z.int(),
    requested_by: z.string(),
    requested_at: utcTime,
    started_at: utcTime.nullable(),
    updated_at: utcTime,
    finished_at: utcTime.nullable(),
    processed: z.int().describe('Customers looked at so far.'),
    flagged: z.int().describe('Those of them whom this job asked to verify.'),
  })
  .meta({ id: 'PolicyApplication' });
type PolicyApplicationJson = z.infer<typeof policyApplicationJson>;

export function toPolicyApplicationJson(job: PolicyApplication): PolicyApplicationJson {
  return {
    id: job.id,
    subaccount_id: job.subaccountId,
    status: job.status,
    policy_version: job.policyVersion,
    requested_by: job.requestedBy,
    requested_at: toIso(job.requestedAtMs),
    started_at: toIsoOrNull(job.startedAtMs),
    updated_at: toIso(job.updatedAtMs),
    finished_at: toIsoOrNull(job.finishedAtMs),
    processed: job.processed,
    flagged: job.flagged,
  };
}

/** The word on the queue that a batch is due: ids only. */
export const batchDueMessage = z.strictObject({
  subaccount_id: subaccountId,
  job_id: z.string().min(1),
  cursor: z.string().nullable(),
});
type BatchDueMessage = z.infer<typeof batchDueMessage>;

export function toBatchDueMessage(due: BatchDue): BatchDueMessage {
  return { subaccount_id: due.subaccountId, job_id: due.jobId, cursor: due.cursor };
}

export function fromBatchDueMessage(message: BatchDueMessage): BatchDue {
  return { subaccountId: message.subaccount_id, jobId: message.job_id, cursor: message.cursor };
}
