// Where the outbox relay hands over what it can't deliver: a queue that has it tried again for hours, beside the stream.
import { Duration } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import { alarmPeriod, ImpactAlarm } from './impact-alarm.ts';
import type { NodeFunction } from './node-function.ts';
import { WorkQueue } from './work-queue.ts';

export interface RelayRetriesProps {
  readonly worker: NodeFunction;
  /** The worker's time-out. */
  readonly timeout: Duration;
  readonly alarmTopic: ITopic;
}

/** With a time-out of 30 seconds a record comes back every three minutes: for three hours. */
const tries = 60;

export class RelayRetries extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, { worker, timeout, alarmTopic }: RelayRetriesProps) {
    super(scope, id);
    const deadLetters = new DeadLetterQueue(this, 'DeadLetters', {
      impact:
        'Some riders were not told about a change of their verification, or operators see no signals of some new ' +
        'customers: these records failed for three hours. Each message names its item, which is kept for seven ' +
        'days, and what went wrong; redrive them once that is mended.',
      alarmTopic,
    });
    // CDK leaves `Default` out of names.
    this.queue = new WorkQueue(this, 'Default', {
      worker,
      timeout,
      maxConcurrency: 2,
      deadLetters,
      maxReceiveCount: tries,
      alarmTopic,
      delayImpact:
        'Riders whose push failed once wait longer for it than they should: the worker of what the outbox relay ' +
        'handed over is behind.',
      acceptableDelay: Duration.minutes(30),
    }).queue;
    // The age of the oldest message leaves out what was handed out three times already:
    // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html
    new ImpactAlarm(this, 'KeepsFailing', {
      metric: this.queue.metricApproximateNumberOfMessagesNotVisible({
        period: alarmPeriod,
        statistic: 'Maximum',
      }),
      threshold: 1,
      periods: 6,
      impact:
        'Some riders have not been told about a change of their verification for half an hour, though others are: ' +
        'pushes keep failing. Their log lines name the cause (functions relay-outbox and relay-again).',
      topic: alarmTopic,
    });
  }
}
