// A function that runs at a fixed rate, and what happens when it can't.
import { type Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type IScheduleTarget, Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import { ImpactAlarm } from './impact-alarm.ts';
import { NodeFunction, type NodeFunctionProps } from './node-function.ts';
import type { RideGateStack } from './ridegate-stack.ts';

export interface ScheduledFunctionProps extends Omit<NodeFunctionProps, 'retryAttempts'> {
  readonly every: Duration;
  readonly alarmTopic: ITopic;
  /** What it means for people when runs fail or don't happen. */
  readonly failureImpact: string;
}

/** A failed run is not repeated, as the next one is never far; several in a row raise an alarm. */
export class ScheduledFunction extends Construct {
  readonly fn: NodeFunction;

  constructor(stack: RideGateStack, props: ScheduledFunctionProps) {
    const { every, alarmTopic, failureImpact, ...functionProps } = props;
    const fn = new NodeFunction(stack, { ...functionProps, retryAttempts: 0 });
    super(stack, `${fn.node.id}Schedule`);
    this.fn = fn;
    const missed = new DeadLetterQueue(this, 'Missed', { impact: failureImpact, alarmTopic });
    new Schedule(this, 'Rate', {
      schedule: ScheduleExpression.rate(every),
      description: `RideGate ${stack.settings.stage}: ${props.name}`,
      target: this.target(missed, every),
    });
    new ImpactAlarm(this, 'Failing', {
      // One run in each period: a shorter one would see no runs in a row.
      metric: fn.metricErrors({ period: every, statistic: 'Sum' }),
      threshold: 1,
      periods: 3,
      impact: failureImpact,
      topic: alarmTopic,
    });
  }

  // Not CDK's LambdaInvoke: that allows every version of the function, by a wildcard.
  private target(missed: DeadLetterQueue, maxAge: Duration): IScheduleTarget {
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    });
    role.addToPolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [this.fn.functionArn] }),
    );
    role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [missed.queueArn] }));
    return {
      bind: () => ({
        arn: this.fn.functionArn,
        role,
        deadLetterConfig: { arn: missed.queueArn },
        retryPolicy: { maximumRetryAttempts: 3, maximumEventAgeInSeconds: maxAge.toSeconds() },
      }),
    };
  }
}
