// A queue, the function that works through it, and what happens when that fails: one unit.
import { Duration } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { triesPerMessage } from '../../functions/contracts/messages.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import { alarmPeriod, ImpactAlarm } from './impact-alarm.ts';
import type { NodeFunction } from './node-function.ts';

export interface QueueWorkerProps {
  readonly worker: NodeFunction;
  /** The worker's time-out. */
  readonly timeout: Duration;
  /** How many copies of the worker may run at once; at least 2. */
  readonly maxConcurrency: number;
  /**
   * How many messages a run of the worker gets.
   * @default 10
   */
  readonly batchSize?: number;
  readonly alarmTopic: ITopic;
  /** What it means for people when messages fail for good. */
  readonly deadLetterImpact: string;
  /** What it means for people when messages wait. */
  readonly delayImpact: string;
  /** From how long a wait on the alarm is raised. */
  readonly acceptableDelay: Duration;
}

/** Each message fails alone, is tried five times, and is then kept for a person. */
export class QueueWorker extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, props: QueueWorkerProps) {
    super(scope, id);
    const deadLetters = new DeadLetterQueue(this, 'DeadLetters', {
      impact: props.deadLetterImpact,
      alarmTopic: props.alarmTopic,
    });
    this.queue = new Queue(this, 'Queue', {
      // Six times the time-out, as AWS advises, so that a throttled batch is not handed out twice meanwhile:
      // https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
      visibilityTimeout: Duration.seconds(6 * props.timeout.toSeconds()),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: triesPerMessage },
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
    props.worker.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize: props.batchSize ?? 10,
        maxConcurrency: props.maxConcurrency,
        reportBatchItemFailures: true,
      }),
    );
    new ImpactAlarm(this, 'Delayed', {
      metric: this.queue.metricApproximateAgeOfOldestMessage({ period: alarmPeriod, statistic: 'Maximum' }),
      threshold: props.acceptableDelay.toSeconds(),
      impact: props.delayImpact,
      topic: props.alarmTopic,
    });
  }
}
