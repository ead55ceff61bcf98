// An alarm whose text tells the person it wakes what it means for riders and operators.
import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

export interface ImpactAlarmProps {
  readonly metric: IMetric;
  /** The alarm goes off at this value. */
  readonly threshold: number;
  /** What it means for people, and where to look first. */
  readonly impact: string;
  readonly topic: ITopic;
  /**
   * How many periods in a row it must hold.
   * @default 1
   */
  readonly periods?: number;
}

/** The window over which alarms look at a metric. */
export const alarmPeriod = Duration.minutes(5);

/** Silence is no alarm: a fleet sleeps at night. */
export class ImpactAlarm extends Alarm {
  constructor(
    scope: Construct,
    id: string,
    { metric, threshold, impact, topic, periods = 1 }: ImpactAlarmProps,
  ) {
    super(scope, id, {
      metric,
      threshold,
      evaluationPeriods: periods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: impact,
    });
    this.addAlarmAction(new SnsAction(topic));
    this.addOkAction(new SnsAction(topic));
  }
}
