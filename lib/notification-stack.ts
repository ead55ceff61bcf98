// How saved changes reach the world: the table's stream → outbox relay → SNS topic and riders' phones. And where
// alarms go.
import { CfnOutput, Duration } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
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
}

// Written out, as CDK's FilterRule is untyped: https://docs.aws.amazon.com/lambda/latest/dg/with-ddb-filtering.html
const newOutboxItems = {
  pattern: JSON.stringify({
    eventName: ['INSERT'],
    dynamodb: { Keys: { sk: { S: [{ prefix: 'OUTBOX#' }] } } },
  }),
};

const cloudWatch = new ServicePrincipal('cloudwatch.amazonaws.com');

/** The topic of domain events with its relay, and the topic that alarms go to. */
export class NotificationStack extends RideGateStack {
  readonly alarmTopic: Topic;

  constructor(scope: Construct, props: NotificationStackProps) {
    super(scope, 'Notification', props, 'outbox relay and topics');
    const key = this.createTopicKey();
    this.alarmTopic = this.createAlarmTopic(key);
    const notifications = new Topic(this, 'Notifications', { masterKey: key, enforceSSL: true });
    const relay = new NodeFunction(this, {
      name: 'relay-outbox',
      environment: {
        TABLE_NAME: props.store.table.tableName,
        NOTIFICATION_TOPIC_ARN: notifications.topicArn,
        ...pushEnvironment(this),
      },
      timeout: Duration.seconds(30),
    });
    relay.allow(['sns:Publish'], notifications.topicArn);
    relay.allow(['kms:Decrypt', 'kms:GenerateDataKey'], key.keyArn);
    // To find a customer's devices, and to drop those that take no more pushes.
    allowTable(relay, props.store, ['Query', 'DeleteItem']);
    allowEndpoints(this, relay, ['Publish']);
    addPushApplications(this);
    this.followOutbox(relay, props.store);
    new CfnOutput(this, 'NotificationTopicArn', { value: notifications.topicArn });
    new CfnOutput(this, 'AlarmTopicArn', { value: this.alarmTopic.topicArn });
  }

  // CloudWatch can't publish to a topic under the free AWS-managed key, because that key's policy is closed.
  private createTopicKey(): Key {
    const key = new Key(this, 'TopicKey', {
      description: `RideGate ${this.settings.stage}: topics`,
      enableKeyRotation: true,
    });
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [cloudWatch],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['*'],
      }),
    );
    return key;
  }

  private createAlarmTopic(key: Key): Topic {
    const topic = new Topic(this, 'Alarms', {
      displayName: 'RideGate alarms',
      masterKey: key,
      enforceSSL: true,
    });
    // A topic with a policy of its own loses the default one, which let the account's alarms in.
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [cloudWatch],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    );
    const { alarmEmail } = this.settings;
    if (alarmEmail !== undefined) topic.addSubscription(new EmailSubscription(alarmEmail));
    return topic;
  }

  private followOutbox(relay: NodeFunction, store: Store): void {
    allowStream(relay, store);
    const failures = new DeadLetterQueue(this, 'RelayFailures', {
      impact:
        'Riders are not told about changes of their verification: notifications failed for good. ' +
        'Each message here names a range of the stream, which DynamoDB keeps for 24 hours.',
      alarmTopic: this.alarmTopic,
    });
    relay.addEventSourceMapping('Outbox', {
      eventSourceArn: store.streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 25,
      filters: [newOutboxItems],
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
      topic: this.alarmTopic,
    });
  }
}
