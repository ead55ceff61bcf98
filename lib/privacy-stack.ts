// What becomes of personal data by the clock alone: it is removed when its time is over, and documents expire.
import { Duration } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { countedMetric } from './constructs/counted-metric.ts';
import { ImpactAlarm } from './constructs/impact-alarm.ts';
import { RideGateStack, type RideGateStackProps } from './constructs/ridegate-stack.ts';
import { ScheduledFunction } from './constructs/scheduled-function.ts';
import { allowSecret, stripeEnvironment } from './constructs/stripe-access.ts';
import {
  allowIndexQueries,
  allowTable,
  changeItems,
  deadlineIndex,
  type Store,
} from './constructs/table-access.ts';

export interface PrivacyStackProps extends RideGateStackProps {
  readonly store: Store;
  readonly stripeSecretArn: string;
  readonly alarmTopic: ITopic;
}

/** The function that enforces deadlines, once an hour. It can open nothing that is encrypted. */
export class PrivacyStack extends RideGateStack {
  constructor(scope: Construct, props: PrivacyStackProps) {
    super(scope, 'Privacy', props, 'deadlines of personal data');
    const { store, stripeSecretArn, alarmTopic } = props;
    const every = Duration.hours(1);
    const { fn } = new ScheduledFunction(this, {
      name: 'enforce-deadlines',
      environment: {
        TABLE_NAME: store.table.tableName,
        ...stripeEnvironment(this.settings, stripeSecretArn),
      },
      // A run begins nothing new after 140 seconds (functions/use-cases/enforce-deadlines.ts); a redaction that is
      // under way may still wait for Stripe's time-outs.
      timeout: Duration.seconds(300),
      every,
      alarmTopic,
      failureImpact:
        'Personal data is kept for longer than policies say, and riders are not told that their documents expire: ' +
        'the run that does both is failing. Its log names the cause. Is Stripe down, or has its key expired?',
    });
    allowTable(fn, store, [...changeItems, 'DeleteItem', 'Query']);
    allowIndexQueries(fn, store, [deadlineIndex]);
    allowSecret(fn, stripeSecretArn);
    new ImpactAlarm(this, 'RedactionsOverdue', {
      metric: countedMetric(this.settings, 'RedactionsOverdue', every),
      threshold: 1,
      impact:
        'Riders whose data was to be removed still have it at Stripe after a week, where four days are the most: a ' +
        'redaction does not end. The log of enforce-deadlines tells why; else the sessions in Stripe do.',
      topic: alarmTopic,
    });
  }
}
