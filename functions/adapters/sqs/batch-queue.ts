import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { toBatchDueMessage } from '../../contracts/policy-application.ts';
import type { BatchQueue } from '../../use-cases/ports/policy-effects.ts';

/** A breath between two batches, so that an application leaves the table to the riders. */
const delaySeconds = 1;

/** The queue of the policy applications. */
export function createBatchQueue(queueUrl: string, client: SQSClient = new SQSClient({})): BatchQueue {
  return {
    async send(due) {
      const MessageBody = JSON.stringify(toBatchDueMessage(due));
      await client.send(
        new SendMessageCommand({ QueueUrl: queueUrl, MessageBody, DelaySeconds: delaySeconds }),
      );
    },
  };
}
