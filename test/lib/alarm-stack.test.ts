import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { synthesize, templateOf } from './synthesized.ts';

const templates = synthesize({ alarmEmail: 'on-call@fleet.example' });
const alarm = templateOf(templates, 'Alarm');

describe('the alarm topic', () => {
  it('is encrypted and refuses unencrypted connections', () => {
    alarm.hasResourceProperties('AWS::SNS::Topic', {
      KmsMasterKeyId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^TopicKey'), 'Arn'] },
    });
    alarm.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ]),
      },
    });
  });

  it("lets the account's alarms in, which need its key too", () => {
    const cloudWatch = { Effect: 'Allow', Principal: { Service: 'cloudwatch.amazonaws.com' } };
    alarm.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([Match.objectLike({ ...cloudWatch, Action: 'sns:Publish' })]),
      },
    });
    alarm.hasResourceProperties('AWS::KMS::Key', {
      KeyPolicy: {
        Statement: Match.arrayWith([
          Match.objectLike({ ...cloudWatch, Action: ['kms:Decrypt', 'kms:GenerateDataKey'] }),
        ]),
      },
    });
  });

  it('sends alarms to the address that was chosen', () => {
    alarm.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: 'on-call@fleet.example',
      TopicArn: { Ref: Match.stringLikeRegexp('^Alarms') },
    });
  });

  it('hears every alarm of every stack, when it goes off and when it is over', () => {
    const topic = [{ 'Fn::ImportValue': expect.stringMatching(/^RideGate-prod-Alarm:/) as unknown }];
    const alarms = [...templates.values()].flatMap((template) =>
      Object.values(template.findResources('AWS::CloudWatch::Alarm')),
    );
    expect(alarms.length).toBeGreaterThan(10);
    for (const { Properties } of alarms)
      expect(Properties).toMatchObject({ AlarmActions: topic, OKActions: topic });
  });
});
