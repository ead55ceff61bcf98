// The ports of simulating and applying a policy, and of the statistics.

import { readAuditImage } from '../../adapters/dynamodb/audit-image.ts';
import { createPolicyApplications } from '../../adapters/dynamodb/policy-applications.ts';
import { createPolicySubjects } from '../../adapters/dynamodb/policy-subjects.ts';
import { createStatsCounters } from '../../adapters/dynamodb/stats-counters.ts';
import { createBatchQueue } from '../../adapters/sqs/batch-queue.ts';
import { parseSettings, policyQueueEnv } from '../../contracts/env.ts';
import type {
  BatchQueue,
  CountedChange,
  PolicyApplications,
  PolicySubjects,
  StatsCounters,
} from '../../use-cases/ports/policy-effects.ts';
import { composeTable } from './table.ts';

export function composePolicySubjects(): { subjects: PolicySubjects } {
  return { subjects: createPolicySubjects(composeTable()) };
}

export function composePolicyApplications(): { applications: PolicyApplications } {
  return { applications: createPolicyApplications(composeTable()) };
}

export function composeBatchQueue(): { batches: BatchQueue } {
  const { APPLY_POLICY_QUEUE_URL } = parseSettings(policyQueueEnv, process.env, 'The environment');
  return { batches: createBatchQueue(APPLY_POLICY_QUEUE_URL) };
}

export function composeStats(): { counters: StatsCounters; readImage: (image: unknown) => CountedChange } {
  return { counters: createStatsCounters(composeTable()), readImage: readAuditImage };
}
