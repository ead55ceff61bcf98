import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { synthesize, templateOf } from './synthesized.ts';

const policy = templateOf(synthesize(), 'Policy');

const idOf = (name: string): string =>
  Object.keys(
    policy.findResources('AWS::Lambda::Function', { Properties: { Description: `RideGate prod: ${name}` } }),
  )[0] ?? '';

const mappingShape = z.object({
  Properties: z.object({ FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: z.string() })) }) }),
});

describe('the application of policies', () => {
  it('goes message by message, in two copies of the worker at most', () => {
    policy.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      FunctionName: { Ref: idOf('apply-policy') },
      BatchSize: 1,
      ScalingConfig: { MaximumConcurrency: 2 },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
  });

  it('gives a batch five tries within the ten minutes after which its job counts as stalled', () => {
    policy.hasResourceProperties('AWS::SQS::Queue', {
      VisibilityTimeout: 90,
      RedrivePolicy: Match.objectLike({ maxReceiveCount: 5 }),
    });
    expect(5 * 90).toBeLessThan(10 * 60);
  });

  it('lists customers through one index', () => {
    const text = JSON.stringify(policy.findResources('AWS::IAM::Policy'));
    expect([...new Set(text.match(/index\/by_\w+/g))]).toEqual(['index/by_creation']);
  });
});

describe('the statistics', () => {
  const [mapping] = Object.values(
    policy.findResources('AWS::Lambda::EventSourceMapping', {
      Properties: { FunctionName: { Ref: idOf('count-stats') } },
    }),
  );

  it('see new audit entries of customers alone', () => {
    const { Filters } = mappingShape.parse(mapping).Properties.FilterCriteria;
    expect(Filters.map(({ Pattern }): unknown => JSON.parse(Pattern))).toEqual([
      {
        eventName: ['INSERT'],
        dynamodb: {
          Keys: { sk: { S: [{ prefix: 'AUDIT#' }] } },
          NewImage: { action: { S: [{ exists: true }] } },
        },
      },
    ]);
  });

  it('count from the beginning, in batches that fit a transaction, and keep what failed for good', () => {
    expect(mapping).toMatchObject({
      Properties: {
        StartingPosition: 'TRIM_HORIZON',
        BatchSize: 90,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        MaximumRecordAgeInSeconds: 6 * 60 * 60,
        DestinationConfig: { OnFailure: { Destination: expect.anything() as unknown } },
      },
    });
  });
});

describe('the alarms', () => {
  it.each([
    ['ApproximateNumberOfMessagesVisible', 'Existing customers are not asked to verify'],
    ['ApproximateAgeOfOldestMessage', 'Existing customers are asked to verify late'],
    ['IteratorAge', 'Statistics of the last hours are too low'],
  ])('on %s tells what it means for people', (MetricName, impact) => {
    policy.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName,
      AlarmDescription: Match.stringLikeRegexp(`^${impact}`),
    });
  });
});
