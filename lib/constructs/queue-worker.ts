// A queue, the function that works through it, and what happens when that fails: one unit.
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { triesPerMessage } from '../../functions/contracts/messages.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import { WorkQueue, type WorkQueueProps } from './work-queue.ts';

export interface QueueWorkerProps extends Omit<WorkQueueProps, 'deadLetters' | 'maxReceiveCount'> {
  /** What it means for people when messages fail for good. */
  readonly deadLetterImpact: string;
}

/** Each message fails alone, is tried five times, and is then kept for a person. */
export class QueueWorker extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, { deadLetterImpact, ...props }: QueueWorkerProps) {
    super(scope, id);
    const deadLetters = new DeadLetterQueue(this, 'DeadLetters', {
      impact: deadLetterImpact,
      alarmTopic: props.alarmTopic,
    });
    // CDK leaves `Default` out of names.
    this.queue = new WorkQueue(this, 'Default', {
      ...props,
      deadLetters,
      maxReceiveCount: triesPerMessage,
    }).queue;
  }
}
