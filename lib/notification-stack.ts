// How saved changes reach the world: the table's stream → outbox relay → SNS topic and riders' phones. The relay also
// tells the signal stack's worker of new signups. What it can't deliver goes to a queue with a worker of its own, so
// that the stream goes on.
import { CfnOutput, Duration } from 'aws-cdk-lib';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
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
import { RelayRetries } from './constructs/relay-retries.ts';
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

const timeout = Duration.seconds(30);

/** The topic of domain events with its relay. */
export class NotificationStack extends RideGateStack {
  constructor(scope: Construct, props: NotificationStackProps) {
    super(scope, 'Notification', props, 'outbox relay and its topic');
    const key = new Key(this, 'TopicKey', {
      description: `RideGate ${this.settings.stage}: notification topic`,
      enableKeyRotation: true,
    });
    const notifications = new Topic(this, 'Notifications', { masterKey: key, enforceSSL: true });
    const deliverer = (name: string) => this.createDeliverer(name, notifications, key, props);
    const relay = deliverer('relay-outbox');
    const again = deliverer('relay-again');
    addPushApplications(this);
    this.followOutbox(relay, props);
    allowTable(again, props.store, ['GetItem']);
    const { queue } = new RelayRetries(this, 'RelayRetries', {
      worker: again,
      timeout,
      alarmTopic: props.alarmTopic,
    });
    for (const fn of [relay, again]) {
      fn.addEnvironment('RELAY_AGAIN_QUEUE_URL', queue.queueUrl);
      fn.allow(['sqs:SendMessage'], queue.queueArn);
    }
    new CfnOutput(this, 'NotificationTopicArn', { value: notifications.topicArn });
    new CfnOutput(this, 'RelayAgainQueueUrl', { value: queue.queueUrl });
  }

  /** A function that tells the topic, riders' phones and the signals queue. */
  private createDeliverer(
    name: string,
    topic: ITopic,
    topicKey: IKey,
    { store, signalQueue }: NotificationStackProps,
  ): NodeFunction {
    const fn = new NodeFunction(this, {
      name,
      environment: {
        TABLE_NAME: store.table.tableName,
        NOTIFICATION_TOPIC_ARN: topic.topicArn,
        SIGNALS_QUEUE_URL: signalQueue.queueUrl,
        ...pushEnvironment(this),
      },
      timeout,
    });
    fn.allow(['sns:Publish'], topic.topicArn);
    fn.allow(['kms:Decrypt', 'kms:GenerateDataKey'], topicKey.keyArn);
    fn.allow(['sqs:SendMessage'], signalQueue.queueArn);
    // To find a customer's devices, and to drop those that take no more pushes.
    allowTable(fn, store, ['Query', 'DeleteItem']);
    allowEndpoints(this, fn, ['Publish']);
    return fn;
  }

  private followOutbox(relay: NodeFunction, { store, alarmTopic }: NotificationStackProps): void {
    allowStream(relay, store);
    const failures = new DeadLetterQueue(this, 'RelayFailures', {
      impact:
        'Riders are not told about changes of their verification, and operators see no signals of new customers: ' +
        'the outbox relay itself broke down over some records for six hours. ' +
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
      // No count of retries: nobody says how fast they follow one another, and the relay itself decides how long a
      // record is worth waiting for (functions/domain/failed-relay.ts). The age is for what kills the relay, such as
      // a broken release, and leaves most of the stream's 24 hours to look at what failed.
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
