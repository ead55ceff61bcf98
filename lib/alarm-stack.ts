// Where alarms go, from all other stacks.
import { CfnOutput } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { RideGateStack, type RideGateStackProps } from './constructs/ridegate-stack.ts';

const cloudWatch = new ServicePrincipal('cloudwatch.amazonaws.com');

/** The topic that tells people of alarms. It stands alone, so that every stack can raise some. */
export class AlarmStack extends RideGateStack {
  readonly alarmTopic: ITopic;

  constructor(scope: Construct, props: RideGateStackProps) {
    super(scope, 'Alarm', props, 'alarm topic');
    const topic = this.createTopic(this.createKey());
    const { alarmEmail } = this.settings;
    if (alarmEmail !== undefined) topic.addSubscription(new EmailSubscription(alarmEmail));
    new CfnOutput(this, 'AlarmTopicArn', { value: topic.topicArn });
    this.alarmTopic = topic;
  }

  // CloudWatch can't publish to a topic under the free AWS-managed key, because that key's policy is closed.
  private createKey(): Key {
    const key = new Key(this, 'TopicKey', {
      description: `RideGate ${this.settings.stage}: alarm topic`,
      enableKeyRotation: true,
    });
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [cloudWatch],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['*'],
      }),
    );
    return key;
  }

  private createTopic(key: Key): Topic {
    const topic = new Topic(this, 'Alarms', {
      displayName: 'RideGate alarms',
      masterKey: key,
      enforceSSL: true,
    });
    // A topic with a policy of its own loses the default one, which let the account's alarms in.
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [cloudWatch],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    );
    return topic;
  }
}
