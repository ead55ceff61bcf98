import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { synthesize, templateOf } from './synthesized.ts';

const notification = templateOf(synthesize(), 'Notification');

const mappingShape = z.object({
  Properties: z.object({ FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: z.string() })) }) }),
});

describe('the outbox relay', () => {
  it('sees new outbox items and signups alone', () => {
    const [mapping] = Object.values(notification.findResources('AWS::Lambda::EventSourceMapping'));
    const { Filters } = mappingShape.parse(mapping).Properties.FilterCriteria;
    expect(Filters.map(({ Pattern }): unknown => JSON.parse(Pattern))).toEqual([
      { eventName: ['INSERT'], dynamodb: { Keys: { sk: { S: [{ prefix: 'OUTBOX#' }, 'SIGNUP'] } } } },
    ]);
  });

  it("follows the table's stream from its beginning, so that no notification is lost", () => {
    notification.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      EventSourceArn: { 'Fn::ImportValue': Match.stringLikeRegexp('^RideGate-prod-Data:.*StreamArn') },
      StartingPosition: 'TRIM_HORIZON',
    });
  });

  it('narrows a failing batch down, within bounds, and keeps what failed for good', () => {
    const [failures] = Object.keys(notification.findResources('AWS::SQS::Queue'));
    notification.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumRetryAttempts: 100,
      MaximumRecordAgeInSeconds: 6 * 60 * 60,
      DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': [failures, 'Arn'] } } },
    });
  });
});

describe('the word of new signups', () => {
  it("goes to the signal stack's queue, and nowhere else", () => {
    const signalsQueue = {
      'Fn::ImportValue': Match.stringLikeRegexp('^RideGate-prod-Signal:.*SignalsQueue'),
    };
    notification.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: Match.objectLike({ SIGNALS_QUEUE_URL: signalsQueue }) },
    });
    notification.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: Match.arrayWith([Match.objectLike({ Action: 'sqs:SendMessage', Resource: signalsQueue })]),
      },
    });
  });
});

describe('the topic of domain events', () => {
  it('is encrypted and refuses unencrypted connections', () => {
    notification.resourceCountIs('AWS::SNS::Topic', 1);
    notification.hasResourceProperties('AWS::SNS::Topic', {
      KmsMasterKeyId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^TopicKey'), 'Arn'] },
    });
    notification.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ]),
      },
    });
  });
});

describe('the alarms', () => {
  it.each([
    ['IteratorAge', 'Riders learn late'],
    ['ApproximateNumberOfMessagesVisible', 'Riders are not told'],
  ])('on %s tells what it means for people', (MetricName, impact) => {
    notification.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName,
      AlarmDescription: Match.stringLikeRegexp(`^${impact}`),
    });
  });
});
