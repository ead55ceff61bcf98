import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { receivesPerEvent } from '../../functions/contracts/messages.ts';
import { synthesize, templateOf } from './synthesized.ts';

const webhook = templateOf(synthesize(), 'Webhook');

const idOf = (name: string): string | undefined =>
  Object.keys(
    webhook.findResources('AWS::Lambda::Function', {
      Properties: { Description: `RideGate prod: ${name}` },
    }),
  )[0];

const workQueueShape = z.object({
  Properties: z.object({
    VisibilityTimeout: z.number(),
    RedrivePolicy: z.object({
      deadLetterTargetArn: z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) }),
      maxReceiveCount: z.number(),
    }),
  }),
});

const lanes = Object.fromEntries(
  Object.entries(webhook.findResources('AWS::SQS::Queue')).flatMap(([id, raw]) => {
    const queue = workQueueShape.safeParse(raw);
    return queue.success ? [[id.replace(/Queue.*/, ''), { id, ...queue.data.Properties }]] : [];
  }),
);

function laneOf(name: string) {
  const lane = lanes[name];
  if (lane === undefined) throw new Error(`There is no lane ${name}.`);
  return lane;
}

describe('the receiver', () => {
  it('has a public URL, as Stripe holds no AWS credentials', () => {
    webhook.hasResourceProperties('AWS::Lambda::Url', {
      AuthType: 'NONE',
      TargetFunctionArn: { 'Fn::GetAtt': [idOf('receive-webhook'), 'Arn'] },
    });
    webhook.hasOutput('WebhookUrl', {});
  });

  // Both are needed since October 2025: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
  it.each([
    { Action: 'lambda:InvokeFunctionUrl', FunctionUrlAuthType: 'NONE' },
    { Action: 'lambda:InvokeFunction', InvokedViaFunctionUrl: true },
  ])('may be called through it: $Action', (permission) => {
    webhook.hasResourceProperties('AWS::Lambda::Permission', {
      ...permission,
      FunctionName: { 'Fn::GetAtt': [idOf('receive-webhook'), 'Arn'] },
      Principal: '*',
    });
  });
});

describe.each([
  ['Fresh', 5, 10],
  ['Backlog', 2, 5],
])('the lane %s', (name, copies, messages) => {
  const lane = laneOf(name);

  it(`hands ${messages} messages at a time to ${copies} processors, and takes single failures back`, () => {
    webhook.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      FunctionName: { Ref: idOf('process-webhook') },
      EventSourceArn: { 'Fn::GetAtt': [lane.id, 'Arn'] },
      BatchSize: messages,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: copies },
    });
  });

  // What AWS asks for: Lambda repeats a batch that it couldn't start, and must not find it handed out twice then.
  // https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
  it("hides a message for at least six times the processor's time-out", () => {
    const processor = webhook.findResources('AWS::Lambda::Function')[idOf('process-webhook') ?? ''];
    const { Timeout } = z
      .object({ Properties: z.object({ Timeout: z.number() }) })
      .parse(processor).Properties;
    expect(lane.VisibilityTimeout).toBeGreaterThanOrEqual(6 * Timeout);
  });

  it('leaves it to the processor what is given up: SQS moves only what keeps killing it', () => {
    expect(lane.RedrivePolicy.maxReceiveCount).toBe(receivesPerEvent);
  });
});

describe('the queues', () => {
  it('share one for dead letters, which keeps them for 14 days', () => {
    const deadLetterIds = Object.values(lanes).map(
      ({ RedrivePolicy }) => RedrivePolicy.deadLetterTargetArn['Fn::GetAtt'][0],
    );
    const [deadLetterId = ''] = deadLetterIds;
    expect(deadLetterIds).toEqual([deadLetterId, deadLetterId]);
    expect(webhook.findResources('AWS::SQS::Queue')[deadLetterId]).toMatchObject({
      Properties: { MessageRetentionPeriod: 14 * 24 * 60 * 60 },
    });
  });

  it('are encrypted, and refuse unencrypted connections', () => {
    webhook.allResourcesProperties('AWS::SQS::Queue', { SqsManagedSseEnabled: true });
    webhook.resourceCountIs('AWS::SQS::QueuePolicy', 4);
    webhook.allResourcesProperties('AWS::SQS::QueuePolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ]),
      },
    });
  });
});

describe('the reconciler', () => {
  it('runs every five minutes; missed runs are retried, then kept', () => {
    webhook.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'rate(5 minutes)',
      State: 'ENABLED',
      Target: {
        Arn: { 'Fn::GetAtt': [idOf('reconcile'), 'Arn'] },
        RetryPolicy: { MaximumRetryAttempts: 3, MaximumEventAgeInSeconds: 300 },
        DeadLetterConfig: { Arn: Match.anyValue() },
      },
    });
  });

  it('is not repeated by Lambda when it fails, as the next run is near', () => {
    webhook.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      FunctionName: { Ref: idOf('reconcile') },
      MaximumRetryAttempts: 0,
    });
  });
});

describe('the alarms', () => {
  it.each([
    ['ApproximateNumberOfMessagesVisible', 'Riders who have verified stay blocked'],
    ['ApproximateAgeOfOldestMessage', 'Riders who have just verified are still blocked'],
    ['ApproximateAgeOfOldestMessage', 'Riders who verified a while ago are still blocked'],
    ['Url5xxCount', 'Riders who verify now stay blocked'],
    ['Url4xxCount', 'Riders who verify may stay blocked'],
    ['Errors', 'Riders whose webhook was lost stay blocked'],
  ])('on %s tells what it means for people and goes to the alarm topic', (MetricName, impact) => {
    webhook.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName,
      AlarmDescription: Match.stringLikeRegexp(`^${impact}`),
      AlarmActions: [{ 'Fn::ImportValue': Match.stringLikeRegexp('^RideGate-prod-Alarm:.*Alarms') }],
    });
  });
});
