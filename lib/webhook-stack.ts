// Stripe's events: receiver → queue → processor, and the reconciler that heals what was lost.
import { CfnOutput, Duration } from 'aws-cdk-lib';
import { FunctionUrlAuthType } from 'aws-cdk-lib/aws-lambda';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue, Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { receivesPerEvent } from '../functions/contracts/messages.ts';
import { DeadLetterQueue } from './constructs/dead-letter-queue.ts';
import { alarmPeriod, ImpactAlarm } from './constructs/impact-alarm.ts';
import { NodeFunction } from './constructs/node-function.ts';
import { RideGateStack, type RideGateStackProps } from './constructs/ridegate-stack.ts';
import { ScheduledFunction } from './constructs/scheduled-function.ts';
import { allowSecret, stripeEnvironment } from './constructs/stripe-access.ts';
import {
  allowIndexQueries,
  allowPartition,
  allowTable,
  applySessions,
  openSessionIndex,
  type Store,
} from './constructs/table-access.ts';
import { allowSealing, verifiedData } from './constructs/vault-access.ts';
import { WorkQueue, type WorkQueueProps } from './constructs/work-queue.ts';

export interface WebhookStackProps extends RideGateStackProps {
  readonly store: Store;
  readonly identityKey: IKey;
  readonly stripeSecretArn: string;
  readonly webhookSecretArn: string;
  readonly alarmTopic: ITopic;
}

// Short, because what kills the processor comes back only after six times this, and a rider is waiting.
const processorTimeout = Duration.seconds(30);

/** Takes in Stripe's webhooks. The part that faces the internet can reach the queue and its secret, no more. */
export class WebhookStack extends RideGateStack {
  /** The fresh lane: what the receiver and the reconciler send to. */
  readonly queue: Queue;
  /** Events that waited too long to be in the way of fresh ones, and those that are redriven. */
  readonly backlogQueue: Queue;
  /** Events that failed for good, out of both lanes. */
  readonly deadLetterQueue: Queue;

  constructor(scope: Construct, props: WebhookStackProps) {
    super(scope, 'Webhook', props, 'Stripe webhooks');
    const { alarmTopic } = props;
    this.deadLetterQueue = new DeadLetterQueue(this, 'DeadLetters', {
      impact:
        'Riders who have verified stay blocked: events of Stripe failed for good and wait in the dead-letter ' +
        'queue. `npm run dead-letters` tells why, and redrives them once the cause is gone.',
      alarmTopic,
    });
    const processor = this.createProcessor(props);
    this.queue = this.createLane('Fresh', processor, {
      // Each copy reads a few sessions a second; Stripe allows 25 requests a second in test mode and 100 live.
      maxConcurrency: 5,
      batchSize: 10,
      delayImpact:
        'Riders who have just verified are still blocked: fresh events of Stripe wait to be processed. Does the ' +
        'processor run at all?',
      acceptableDelay: Duration.minutes(5),
      alarmTopic,
    });
    this.backlogQueue = this.createLane('Backlog', processor, {
      // The least that SQS allows, and small batches, as a batch is worked through side by side: some 20 events a
      // second ask Stripe for half of what it allows in live mode, and fresh ones find the other half.
      maxConcurrency: 2,
      batchSize: 5,
      delayImpact:
        'Riders who verified a while ago are still blocked: events of Stripe wait in the backlog. Is Stripe ' +
        'down, or has its key expired?',
      acceptableDelay: Duration.minutes(15),
      alarmTopic,
    });
    this.connect(processor);
    const receiver = this.createReceiver(props, this.queue);
    this.createReconciler(props, this.queue);
    const url = receiver.addFunctionUrl({ authType: FunctionUrlAuthType.NONE });
    new CfnOutput(this, 'WebhookUrl', { value: url.url });
  }

  private createProcessor({ store, identityKey, stripeSecretArn }: WebhookStackProps): NodeFunction {
    const processor = new NodeFunction(this, {
      name: 'process-webhook',
      environment: {
        TABLE_NAME: store.table.tableName,
        ...stripeEnvironment(this.settings, stripeSecretArn),
      },
      timeout: processorTimeout,
    });
    // A redaction that waited for the session goes on, and finds what is left of the customer.
    allowTable(processor, store, [...applySessions, 'Query']);
    // It counts what became of each batch.
    allowPartition(processor, store, 'WEBHOOKS', ['UpdateItem']);
    allowSecret(processor, stripeSecretArn);
    allowSealing(processor, identityKey, verifiedData);
    return processor;
  }

  private createLane(
    id: string,
    worker: NodeFunction,
    lane: Pick<
      WorkQueueProps,
      'maxConcurrency' | 'batchSize' | 'delayImpact' | 'acceptableDelay' | 'alarmTopic'
    >,
  ): Queue {
    return new WorkQueue(this, id, {
      ...lane,
      worker,
      timeout: processorTimeout,
      deadLetters: this.deadLetterQueue,
      // The processor decides, and says why, long before that.
      maxReceiveCount: receivesPerEvent,
    }).queue;
  }

  /** Tells the processor its lanes and lets it send on; taking from them comes with the event sources. */
  private connect(processor: NodeFunction): void {
    processor.addEnvironment('WEBHOOK_QUEUE_URL', this.queue.queueUrl);
    processor.addEnvironment('BACKLOG_QUEUE_URL', this.backlogQueue.queueUrl);
    processor.addEnvironment('DEAD_LETTER_QUEUE_URL', this.deadLetterQueue.queueUrl);
    processor.allow(['sqs:SendMessage'], this.backlogQueue.queueArn, this.deadLetterQueue.queueArn);
  }

  private createReceiver({ webhookSecretArn, alarmTopic }: WebhookStackProps, queue: IQueue): NodeFunction {
    // No reserved concurrency: it would be taken from the account's share at all times, and new accounts have
    // too little to give. Stripe repeats what is throttled.
    const receiver = new NodeFunction(this, {
      name: 'receive-webhook',
      environment: {
        STRIPE_MODE: this.settings.stripeMode,
        WEBHOOK_SECRET_ARN: webhookSecretArn,
        WEBHOOK_QUEUE_URL: queue.queueUrl,
      },
    });
    receiver.allow(['sqs:SendMessage'], queue.queueArn);
    allowSecret(receiver, webhookSecretArn);
    const responses = (metric: string) => receiver.metric(metric, { period: alarmPeriod, statistic: 'Sum' });
    new ImpactAlarm(this, 'ReceiverErrors', {
      metric: responses('Url5xxCount'),
      threshold: 1,
      impact:
        "Riders who verify now stay blocked until Stripe's next try: the webhook receiver could not queue events.",
      topic: alarmTopic,
    });
    new ImpactAlarm(this, 'ReceiverRefusals', {
      metric: responses('Url4xxCount'),
      threshold: 25,
      periods: 3,
      impact:
        'Riders who verify may stay blocked: the webhook receiver refuses what it gets. Do the signing secret and ' +
        "stripeMode match Stripe's endpoint, or is somebody else calling?",
      topic: alarmTopic,
    });
    return receiver;
  }

  private createReconciler(
    { store, identityKey, stripeSecretArn, alarmTopic }: WebhookStackProps,
    queue: IQueue,
  ): void {
    const { fn } = new ScheduledFunction(this, {
      name: 'reconcile',
      environment: {
        TABLE_NAME: store.table.tableName,
        ...stripeEnvironment(this.settings, stripeSecretArn),
        WEBHOOK_QUEUE_URL: queue.queueUrl,
      },
      // A run begins nothing new after 110 seconds (functions/use-cases/reconcile.ts); one that is under way may
      // still wait for Stripe's time-outs.
      timeout: Duration.seconds(180),
      every: Duration.minutes(5),
      alarmTopic,
      failureImpact:
        'Riders whose webhook was lost stay blocked: the reconciler that would heal it is failing. Its log names ' +
        'the cause. Is Stripe down, or has its key expired?',
    });
    allowTable(fn, store, applySessions);
    allowIndexQueries(fn, store, [openSessionIndex]);
    fn.allow(['sqs:SendMessage'], queue.queueArn);
    allowSecret(fn, stripeSecretArn);
    allowSealing(fn, identityKey, verifiedData);
  }
}
