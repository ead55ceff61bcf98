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
    notification.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumRecordAgeInSeconds: 6 * 60 * 60,
      DestinationConfig: {
        OnFailure: { Destination: { 'Fn::GetAtt': [Match.stringLikeRegexp('^RelayFailures'), 'Arn'] } },
      },
    });
  });

  it('tries as often as it takes within these bounds, because a temporary fault can mean many quick tries', () => {
    notification.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      StartingPosition: 'TRIM_HORIZON',
      MaximumRetryAttempts: Match.absent(),
    });
  });
});

describe('what the relay hands over', () => {
  const queueId = Match.stringLikeRegexp('^RelayRetriesQueue');

  it('is tried again every three minutes for three hours, and then kept for a person', () => {
    notification.hasResourceProperties('AWS::SQS::Queue', {
      VisibilityTimeout: 180,
      RedrivePolicy: {
        deadLetterTargetArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^RelayRetriesDeadLetters'), 'Arn'] },
        maxReceiveCount: 60,
      },
    });
    notification.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      EventSourceArn: { 'Fn::GetAtt': [queueId, 'Arn'] },
      FunctionName: { Ref: Match.stringLikeRegexp('^RelayAgain') },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
  });
});

describe.each(['RelayOutbox', 'RelayAgain'])('%s', (fn) => {
  const signalsQueue = {
    'Fn::ImportValue': Match.stringLikeRegexp('^RideGate-prod-Signal:.*SignalsQueue'),
  };
  const retries = Match.stringLikeRegexp('^RelayRetriesQueue');

  it("sends signups to the signal stack's queue, what it hands over to that of retries, and nothing elsewhere", () => {
    notification.hasResourceProperties('AWS::Lambda::Function', {
      Role: { 'Fn::GetAtt': [Match.stringLikeRegexp(`^${fn}Role`), 'Arn'] },
      Environment: {
        Variables: Match.objectLike({
          SIGNALS_QUEUE_URL: signalsQueue,
          RELAY_AGAIN_QUEUE_URL: { Ref: retries },
        }),
      },
    });
    notification.hasResourceProperties('AWS::IAM::Policy', {
      Roles: [{ Ref: Match.stringLikeRegexp(`^${fn}Role`) }],
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Action: 'sqs:SendMessage',
            Resource: [{ 'Fn::GetAtt': [retries, 'Arn'] }, signalsQueue],
          }),
        ]),
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
    ['ApproximateNumberOfMessagesVisible', 'Some riders were not told'],
    ['ApproximateNumberOfMessagesNotVisible', 'Some riders have not been told'],
    ['ApproximateAgeOfOldestMessage', 'Riders whose push failed once wait'],
  ])('on %s tells what it means for people', (MetricName, impact) => {
    notification.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName,
      AlarmDescription: Match.stringLikeRegexp(`^${impact}`),
    });
  });
});
