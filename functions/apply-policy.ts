// The worker of policy applications: each message is one batch of existing customers.

import { triesPerMessage } from './contracts/messages.ts';
import { batchDueMessage, fromBatchDueMessage } from './contracts/policy-application.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import {
  composeBatchQueue,
  composePolicyApplications,
  composePolicySubjects,
} from './shared/compose/policy-effects.ts';
import { composeStorage } from './shared/compose/storage.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import { queueWorker, type QueueHandler } from './shared/queue-worker.ts';
import {
  applyPolicyBatch,
  failPolicyApplication,
  type ApplyPolicyDeps,
} from './use-cases/apply-policy-batch.ts';

type Deps = ApplyPolicyDeps & { log: Log };

export function createApplyPolicy({ log, ...deps }: Deps): QueueHandler {
  return queueWorker(log, 'policy batch', async ({ body, attributes }) => {
    const tries = Number(attributes.ApproximateReceiveCount);
    const due = fromBatchDueMessage(batchDueMessage.parse(JSON.parse(body)));
    try {
      await applyPolicyBatch(deps, due, tries > 1);
    } catch (fault) {
      if (tries >= triesPerMessage) await failPolicyApplication(deps, due);
      throw fault;
    }
    return { jobId: due.jobId };
  });
}

export const handler = lazily(() =>
  createApplyPolicy({
    ...composeStorage(),
    ...composePolicyApplications(),
    ...composePolicySubjects(),
    ...composeBatchQueue(),
    ...composeEnvironment(),
  }),
);
