import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { synthesize, templateOf } from './synthesized.ts';

const notification = templateOf(synthesize({ alarmEmail: 'on-call@fleet.example' }), 'Notification');

const mappingShape = z.object({
  Properties: z.object({ FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: z.string() })) }) }),
});

describe('the outbox relay', () => {
  it('sees new outbox items alone', () => {
    const [mapping] = Object.values(notification.findResources('AWS::Lambda::EventSourceMapping'));
    const { Filters } = mappingShape.parse(mapping).Properties.FilterCriteria;
    expect(Filters.map(({ Pattern }): unknown => JSON.parse(Pattern))).toEqual([
      { eventName: ['INSERT'], dynamodb: { Keys: { sk: { S: [{ prefix: 'OUTBOX#' }] } } } },
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

describe('the topics', () => {
  it('are encrypted and refuse unencrypted connections', () => {
    notification.resourceCountIs('AWS::SNS::Topic', 2);
    notification.allResourcesProperties('AWS::SNS::Topic', {
      KmsMasterKeyId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^TopicKey'), 'Arn'] },
    });
    notification.allResourcesProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ]),
      },
    });
  });

  it("let the account's alarms reach the alarm topic, which needs its key too", () => {
    const cloudWatch = { Effect: 'Allow', Principal: { Service: 'cloudwatch.amazonaws.com' } };
    notification.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([Match.objectLike({ ...cloudWatch, Action: 'sns:Publish' })]),
      },
    });
    notification.hasResourceProperties('AWS::KMS::Key', {
      KeyPolicy: {
        Statement: Match.arrayWith([
          Match.objectLike({ ...cloudWatch, Action: ['kms:Decrypt', 'kms:GenerateDataKey'] }),
        ]),
      },
    });
  });

  it('send alarms to the address that was chosen', () => {
    notification.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: 'on-call@fleet.example',
      TopicArn: { Ref: Match.stringLikeRegexp('^Alarms') },
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
