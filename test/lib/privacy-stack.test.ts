import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { synthesize, templateOf } from './synthesized.ts';

const privacy = templateOf(synthesize(), 'Privacy');

const [deployed] = Object.entries(
  privacy.findResources('AWS::Lambda::Function', {
    Properties: { Description: 'RideGate prod: enforce-deadlines' },
  }),
);
const [id, fn] = deployed ?? [];

describe('the run over deadlines', () => {
  it('happens every hour; missed runs are retried, then kept', () => {
    privacy.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'rate(1 hour)',
      State: 'ENABLED',
      Target: {
        Arn: { 'Fn::GetAtt': [id, 'Arn'] },
        RetryPolicy: { MaximumRetryAttempts: 3, MaximumEventAgeInSeconds: 3600 },
        DeadLetterConfig: { Arn: Match.anyValue() },
      },
    });
  });

  it('is ended by Lambda only where it hangs: it begins nothing new after 140 seconds', () => {
    const { Timeout } = z.object({ Properties: z.object({ Timeout: z.number() }) }).parse(fn).Properties;
    expect(Timeout).toBeGreaterThan(140 + 80);
  });
});

describe('the alarms', () => {
  it.each([
    ['Errors', 'Personal data is kept for longer than policies say', 3],
    ['RedactionsOverdue', 'Riders whose data was to be removed still have it at Stripe', 1],
  ])('on %s look at whole hours and tell what it means for people', (MetricName, impact, periods) => {
    privacy.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName,
      Period: 3600,
      EvaluationPeriods: periods,
      AlarmDescription: Match.stringLikeRegexp(`^${impact}`),
      AlarmActions: [{ 'Fn::ImportValue': Match.stringLikeRegexp('^RideGate-prod-Alarm:.*Alarms') }],
    });
  });

  it('listen to what this stage’s functions count', () => {
    privacy.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'RedactionsOverdue',
      Namespace: 'RideGate',
      Dimensions: [{ Name: 'service', Value: 'ridegate-prod' }],
    });
    privacy.hasResourceProperties('AWS::Lambda::Function', {
      Environment: {
        Variables: Match.objectLike({
          POWERTOOLS_SERVICE_NAME: 'ridegate-prod',
          POWERTOOLS_METRICS_NAMESPACE: 'RideGate',
        }),
      },
    });
  });
});
