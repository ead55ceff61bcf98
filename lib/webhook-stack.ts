// Stripe's events: receiver → queue → processor, and the reconciler that heals what was lost.
import { CfnOutput, Duration } from 'aws-cdk-lib';
import { FunctionUrlAuthType } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { alarmPeriod, ImpactAlarm } from './constructs/impact-alarm.ts';
import { NodeFunction } from './constructs/node-function.ts';
import { QueueWorker } from './constructs/queue-worker.ts';
import { RideGateStack, type RideGateStackProps } from './constructs/ridegate-stack.ts';
import { ScheduledFunction } from './constructs/scheduled-function.ts';
import { allowSecret, stripeEnvironment } from './constructs/stripe-access.ts';
import { allowTable, changeItems, type Store } from './constructs/table-access.ts';

export interface WebhookStackProps extends RideGateStackProps {
  readonly store: Store;
  readonly stripeSecretArn: string;
  readonly webhookSecretArn: string;
  readonly alarmTopic: ITopic;
}

/** Takes in Stripe's webhooks. The part that faces the internet can reach the queue and its secret, no more. */
export class WebhookStack extends RideGateStack {
  constructor(scope: Construct, props: WebhookStackProps) {
    super(scope, 'Webhook', props, 'Stripe webhooks');
    const queue = this.createProcessor(props);
    const receiver = this.createReceiver(props, queue);
    this.createReconciler(props, queue);
    const url = receiver.addFunctionUrl({ authType: FunctionUrlAuthType.NONE });
    new CfnOutput(this, 'WebhookUrl', { value: url.url });
  }

  private createProcessor({ store, stripeSecretArn, alarmTopic }: WebhookStackProps): IQueue {
    // Short, because a failed message comes back only after six times this, and a rider is waiting.
    const timeout = Duration.seconds(30);
    const worker = new NodeFunction(this, {
      name: 'process-webhook',
      environment: {
        TABLE_NAME: store.table.tableName,
        ...stripeEnvironment(this.settings, stripeSecretArn),
      },
      timeout,
    });
    allowTable(worker, store, changeItems);
    allowSecret(worker, stripeSecretArn);
    return new QueueWorker(this, 'Processor', {
      worker,
      timeout,
      // Each copy reads a few sessions a second; Stripe allows 25 requests a second in test mode and 100 live.
      maxConcurrency: 5,
      alarmTopic,
      deadLetterImpact:
        'Riders who have verified stay blocked: events of Stripe failed for good and wait in the dead-letter ' +
        "queue. The processor's log names the cause; redrive them once it is gone.",
      delayImpact:
        'Riders who have just verified are still blocked: events of Stripe wait to be processed. Is Stripe down?',
      acceptableDelay: Duration.minutes(5),
    }).queue;
  }

  private createReceiver({ webhookSecretArn, alarmTopic }: WebhookStackProps, queue: IQueue): NodeFunction {
    // No reserved concurrency: it would be taken from the account's share at all times, and new accounts have
    // too little to give. Stripe repeats what is throttled.
    const receiver = new NodeFunction(this, {
      name: 'receive-webhook',
      environment: { WEBHOOK_SECRET_ARN: webhookSecretArn, WEBHOOK_QUEUE_URL: queue.queueUrl },
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
        'Riders who verify may stay blocked: the webhook receiver refuses what it gets. Does the signing secret ' +
        "match Stripe's, or is somebody else calling?",
      topic: alarmTopic,
    });
    return receiver;
  }

  private createReconciler({ store, stripeSecretArn, alarmTopic }: WebhookStackProps, queue: IQueue): void {
    const { fn } = new ScheduledFunction(this, {
      name: 'reconcile',
      environment: {
        TABLE_NAME: store.table.tableName,
        ...stripeEnvironment(this.settings, stripeSecretArn),
        WEBHOOK_QUEUE_URL: queue.queueUrl,
      },
      timeout: Duration.seconds(60),
      every: Duration.minutes(5),
      alarmTopic,
      failureImpact:
        'Riders whose webhook was lost stay blocked: the reconciler that would heal it is failing.',
    });
    // Stripe lists an event for 30 days after it was lost: the table tells which of them were brought in since.
    allowTable(fn, store, ['BatchGetItem']);
    fn.allow(['sqs:SendMessage'], queue.queueArn);
    allowSecret(fn, stripeSecretArn);
  }
}
