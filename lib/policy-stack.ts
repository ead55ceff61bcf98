// What policies do in the background: their application to existing customers, and the statistics of it all.
import { Duration } from 'aws-cdk-lib';
import { StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { DeadLetterQueue } from './constructs/dead-letter-queue.ts';
import { alarmPeriod, ImpactAlarm } from './constructs/impact-alarm.ts';
import { NodeFunction } from './constructs/node-function.ts';
import { QueueWorker } from './constructs/queue-worker.ts';
import { RideGateStack, type RideGateStackProps } from './constructs/ridegate-stack.ts';
import {
  allowIndexQueries,
  allowStream,
  allowTable,
  changeItems,
  type Store,
} from './constructs/table-access.ts';

export interface PolicyStackProps extends RideGateStackProps {
  readonly store: Store;
  readonly alarmTopic: ITopic;
}

// `action` tells customers' entries from those of subaccounts.
const newAuditEntries = {
  pattern: JSON.stringify({
    eventName: ['INSERT'],
    dynamodb: {
      Keys: { sk: { S: [{ prefix: 'AUDIT#' }] } },
      NewImage: { action: { S: [{ exists: true }] } },
    },
  }),
};

/** Work that no rider waits for, kept slow so that it is in no rider's way. */
export class PolicyStack extends RideGateStack {
  /** Between the batches of a policy's application. */
  readonly batchQueue: IQueue;

  constructor(scope: Construct, props: PolicyStackProps) {
    super(scope, 'Policy', props, 'policy applications and statistics');
    this.batchQueue = this.createApplier(props);
    this.createCounter(props);
  }

  private createApplier({ store, alarmTopic }: PolicyStackProps): IQueue {
    // A batch takes a second or two; a short time-out brings a lost one back soon.
    const timeout = Duration.seconds(15);
    const worker = new NodeFunction(this, {
      name: 'apply-policy',
      environment: { TABLE_NAME: store.table.tableName },
      timeout,
    });
    allowTable(worker, store, changeItems);
    allowIndexQueries(worker, store, ['by_creation']);
    const { queue } = new QueueWorker(this, 'Applier', {
      worker,
      timeout,
      // Two subaccounts at a time, each batch by batch: the table's capacity belongs to the riders.
      maxConcurrency: 2,
      batchSize: 1,
      alarmTopic,
      deadLetterImpact:
        'Existing customers are not asked to verify though an operator applied a policy: the job failed. ' +
        "The worker's log names the cause; have the policy applied again once it is gone.",
      delayImpact: 'Existing customers are asked to verify late: the application of a policy has stopped.',
      acceptableDelay: Duration.minutes(30),
    });
    worker.addEnvironment('APPLY_POLICY_QUEUE_URL', queue.queueUrl);
    worker.allow(['sqs:SendMessage'], queue.queueArn);
    return queue;
  }

  private createCounter({ store, alarmTopic }: PolicyStackProps): void {
    const counter = new NodeFunction(this, {
      name: 'count-stats',
      environment: { TABLE_NAME: store.table.tableName },
      timeout: Duration.seconds(30),
    });
    allowTable(counter, store, ['PutItem', 'UpdateItem']);
    allowStream(counter, store);
    const impact =
      'Statistics of the last hours are too low: changes of customers could not be counted. Nobody is kept from riding.';
    counter.addEventSourceMapping('AuditEntries', {
      eventSourceArn: store.streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      // One transaction for each subaccount and day in a batch, of 100 writes at most.
      batchSize: 90,
      maxBatchingWindow: Duration.seconds(2),
      filters: [newAuditEntries],
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 100,
      maxRecordAge: Duration.hours(6),
      onFailure: new SqsDlq(
        new DeadLetterQueue(this, 'Uncounted', {
          impact: `${impact} Each message here names a range of the stream, which DynamoDB keeps for 24 hours.`,
          alarmTopic,
        }),
      ),
    });
    new ImpactAlarm(this, 'CounterDelayed', {
      metric: counter.metric('IteratorAge', { period: alarmPeriod, statistic: 'Maximum' }),
      threshold: Duration.minutes(30).toMilliseconds(),
      impact,
      topic: alarmTopic,
    });
  }
}
