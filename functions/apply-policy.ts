// The worker of policy applications: each message is one batch of existing customers.

import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
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
import {
  applyPolicyBatch,
  failPolicyApplication,
  type ApplyPolicyDeps,
} from './use-cases/apply-policy-batch.ts';

type Deps = ApplyPolicyDeps & { log: Log };

export function createApplyPolicy({ log, ...deps }: Deps) {
  const processRecord = async (record: SQSRecord): Promise<void> => {
    const tries = Number(record.attributes.ApproximateReceiveCount);
    try {
      const due = fromBatchDueMessage(batchDueMessage.parse(JSON.parse(record.body)));
      try {
        await applyPolicyBatch(deps, due, tries > 1);
      } catch (fault) {
        if (tries >= triesPerMessage) await failPolicyApplication(deps, due);
        throw fault;
      }
      log.info('policy batch', { jobId: due.jobId });
    } catch (fault) {
      log.fault('policy batch', fault, { requestId: record.messageId });
      throw fault;
    }
  };
  return (batch: SQSEvent): Promise<SQSBatchResponse> =>
    processPartialResponse(batch, processRecord, new BatchProcessor(EventType.SQS), {
      throwOnFullBatchFailure: false,
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
