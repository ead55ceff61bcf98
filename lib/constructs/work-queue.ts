// A queue that a function works through, in front of dead letters that it may share with other queues.
import { Duration } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { type IQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { alarmPeriod, ImpactAlarm } from './impact-alarm.ts';
import type { NodeFunction } from './node-function.ts';

export interface WorkQueueProps {
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
  readonly deadLetters: IQueue;
  /** How often a message is handed out before SQS itself moves it to the dead letters. */
  readonly maxReceiveCount: number;
  readonly alarmTopic: ITopic;
  /** What it means for people when messages wait. */
  readonly delayImpact: string;
  /** From how long a wait on the alarm is raised. */
  readonly acceptableDelay: Duration;
}

/** Each message fails alone, and an alarm is raised when messages wait for too long. */
export class WorkQueue extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    this.queue = new Queue(this, 'Queue', {
      // Six times the time-out, as AWS advises, so that a throttled batch is not handed out twice meanwhile:
      // https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
      visibilityTimeout: Duration.seconds(6 * props.timeout.toSeconds()),
      deadLetterQueue: { queue: props.deadLetters, maxReceiveCount: props.maxReceiveCount },
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
