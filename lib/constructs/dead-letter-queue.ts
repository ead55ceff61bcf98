// Where work ends up that failed for good. It waits there for a person, and an alarm calls one.
import { Duration, Validations } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { alarmPeriod, ImpactAlarm } from './impact-alarm.ts';

export interface DeadLetterQueueProps {
  /** What it means for people that something is in here. */
  readonly impact: string;
  readonly alarmTopic: ITopic;
}

/** Keeps messages for SQS's maximum of 14 days and raises an alarm from the first one on. */
export class DeadLetterQueue extends Queue {
  constructor(scope: Construct, id: string, { impact, alarmTopic }: DeadLetterQueueProps) {
    super(scope, id, {
      retentionPeriod: Duration.days(14),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
    new ImpactAlarm(this, 'NotEmpty', {
      metric: this.metricApproximateNumberOfMessagesVisible({ period: alarmPeriod, statistic: 'Maximum' }),
      threshold: 1,
      impact,
      topic: alarmTopic,
    });
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason:
        'It is a dead-letter queue; the rule only sees those of other queues, not of streams and schedules.',
    });
  }
}
