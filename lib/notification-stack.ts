// How saved changes reach the world: the table's stream → outbox relay → SNS topic and riders' phones. The relay also
// tells the signal stack's worker of new signups.
import { CfnOutput, Duration } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { DeadLetterQueue } from './constructs/dead-letter-queue.ts';
import { alarmPeriod, ImpactAlarm } from './constructs/impact-alarm.ts';
import { NodeFunction } from './constructs/node-function.ts';
import { addPushApplications } from './constructs/push-application-resources.ts';
import { allowEndpoints, pushEnvironment } from './constructs/push-access.ts';
import { RideGateStack, type RideGateStackProps } from './constructs/ridegate-stack.ts';
import { allowStream, allowTable, type Store } from './constructs/table-access.ts';

export interface NotificationStackProps extends RideGateStackProps {
  readonly store: Store;
  /** Where new signups are announced. */
  readonly signalQueue: IQueue;
  readonly alarmTopic: ITopic;
}

// In one event source, because more than two readers of a stream slow each other down:
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html
// Written out, as CDK's FilterRule is untyped: https://docs.aws.amazon.com/lambda/latest/dg/with-ddb-filtering.html
const newOutboxItemsAndSignups = {
  pattern: JSON.stringify({
    eventName: ['INSERT'],
    dynamodb: { Keys: { sk: { S: [{ prefix: 'OUTBOX#' }, 'SIGNUP'] } } },
  }),
};

/** The topic of domain events with its relay. */
export class NotificationStack extends RideGateStack {
  constructor(scope: Construct, props: NotificationStackProps) {
    super(scope, 'Notification', props, 'outbox relay and its topic');
    const { store, signalQueue, alarmTopic } = props;
    const key = new Key(this, 'TopicKey', {
      description: `RideGate ${this.settings.stage}: notification topic`,
      enableKeyRotation: true,
    });
    const notifications = new Topic(this, 'Notifications', { masterKey: key, enforceSSL: true });
    const relay = new NodeFunction(this, {
      name: 'relay-outbox',
      environment: {
        TABLE_NAME: store.table.tableName,
        NOTIFICATION_TOPIC_ARN: notifications.topicArn,
        SIGNALS_QUEUE_URL: signalQueue.queueUrl,
        ...pushEnvironment(this),
      },
      timeout: Duration.seconds(30),
    });
    relay.allow(['sns:Publish'], notifications.topicArn);
    relay.allow(['kms:Decrypt', 'kms:GenerateDataKey'], key.keyArn);
    relay.allow(['sqs:SendMessage'], signalQueue.queueArn);
    // To find a customer's devices, and to drop those that take no more pushes.
    allowTable(relay, store, ['Query', 'DeleteItem']);
    allowEndpoints(this, relay, ['Publish']);
    addPushApplications(this);
    this.followOutbox(relay, store, alarmTopic);
    new CfnOutput(this, 'NotificationTopicArn', { value: notifications.topicArn });
  }

  private followOutbox(relay: NodeFunction, store: Store, alarmTopic: ITopic): void {
    allowStream(relay, store);
    const failures = new DeadLetterQueue(this, 'RelayFailures', {
      impact:
        'Riders are not told about changes of their verification, and operators see no signals of new customers: ' +
        'notifications or signups failed for good. ' +
        'Each message here names a range of the stream, which DynamoDB keeps for 24 hours.',
      alarmTopic,
    });
    relay.addEventSourceMapping('Outbox', {
      eventSourceArn: store.streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 25,
      filters: [newOutboxItemsAndSignups],
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      // A record that can't be delivered holds up its shard: bounded, and well inside the stream's 24 hours,
      // so that there is time to look at what failed.
      retryAttempts: 100,
      maxRecordAge: Duration.hours(6),
      onFailure: new SqsDlq(failures),
    });
    new ImpactAlarm(this, 'RelayDelayed', {
      metric: relay.metric('IteratorAge', { period: alarmPeriod, statistic: 'Maximum' }),
      threshold: Duration.minutes(5).toMilliseconds(),
      impact:
        'Riders learn late that they must verify, or that they are verified: the outbox relay is behind.',
      topic: alarmTopic,
    });
  }
}
