// Tables, queues, topics, push applications and secrets of the templates.
import * as z from 'zod';
import type { Queue, Table, Topic } from './deployment.ts';
import { number, resourcesOf, unusable } from './resource-reader.ts';
import type { LocalResource } from './scope.ts';

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));

const tableSchema = z.object({
  KeySchema: keySchema,
  AttributeDefinitions: z.array(
    z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  GlobalSecondaryIndexes: z
    .array(
      z.object({
        IndexName: z.string(),
        KeySchema: keySchema,
        Projection: z.object({
          ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']).optional(),
          NonKeyAttributes: z.array(z.string()).optional(),
        }),
      }),
    )
    .default([]),
  LocalSecondaryIndexes: z.never('local secondary indexes are not supported').optional(),
  StreamSpecification: z
    .object({ StreamViewType: z.enum(['KEYS_ONLY', 'NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES']) })
    .optional(),
  TimeToLiveSpecification: z
    .object({ AttributeName: z.string().optional(), Enabled: z.boolean() })
    .optional(),
});

export function readTables(resources: readonly LocalResource[]): readonly Table[] {
  return resourcesOf(resources, ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'], tableSchema).map(
    ({ identity, is }) => ({
      name: identity.name,
      keySchema: is.KeySchema,
      attributes: is.AttributeDefinitions,
      indexes: is.GlobalSecondaryIndexes,
      streamView: is.StreamSpecification?.StreamViewType,
      ttlAttribute:
        is.TimeToLiveSpecification?.Enabled === true ? is.TimeToLiveSpecification.AttributeName : undefined,
    }),
  );
}

// Settings of AWS::SQS::Queue that SQS's API knows under the same name.
const queueSettings = [
  'DelaySeconds',
  'MaximumMessageSize',
  'MessageRetentionPeriod',
  'ReceiveMessageWaitTimeSeconds',
  'VisibilityTimeout',
] as const;

const queueSchema = z.object({
  ...Object.fromEntries(queueSettings.map((setting) => [setting, number.optional()])),
  FifoQueue: z.literal(false, 'FIFO queues are not supported').optional(),
  RedrivePolicy: z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: number }).optional(),
});

export function readQueues(resources: readonly LocalResource[]): readonly Queue[] {
  return resourcesOf(resources, ['AWS::SQS::Queue'], queueSchema).map(({ identity, is, properties }) => ({
    name: identity.name,
    url: identity.ref,
    arn: identity.attribute('Arn') ?? '',
    attributes: {
      ...Object.fromEntries(
        queueSettings
          .filter((setting) => properties[setting] !== undefined)
          .map((setting) => [setting, String(properties[setting])]),
      ),
      ...(is.RedrivePolicy === undefined ? {} : { RedrivePolicy: JSON.stringify(is.RedrivePolicy) }),
    },
  }));
}

const subscriptionSchema = z.object({
  TopicArn: z.string(),
  Protocol: z.string(),
  Endpoint: z.string(),
  RawMessageDelivery: z.boolean().optional(),
  FilterPolicy: z.record(z.string(), z.unknown()).optional(),
  FilterPolicyScope: z.enum(['MessageAttributes', 'MessageBody']).optional(),
});

export function readTopics(resources: readonly LocalResource[]): readonly Topic[] {
  const subscriptions = resourcesOf(resources, ['AWS::SNS::Subscription'], subscriptionSchema);
  const outside = subscriptions.find(({ is }) => is.Protocol !== 'sqs' && !is.Protocol.startsWith('email'));
  if (outside !== undefined)
    throw unusable(outside, `no local delivery for protocol ${outside.is.Protocol}.`);
  return resourcesOf(
    resources,
    ['AWS::SNS::Topic'],
    z.object({ FifoTopic: z.literal(false).optional() }),
  ).map(({ identity }) => ({
    name: identity.name,
    arn: identity.ref,
    subscriptions: subscriptions
      .filter(({ is }) => is.TopicArn === identity.ref && is.Protocol === 'sqs')
      .map(({ is }) => ({
        queueArn: is.Endpoint,
        attributes: {
          ...(is.RawMessageDelivery === true ? { RawMessageDelivery: 'true' } : {}),
          ...(is.FilterPolicy === undefined ? {} : { FilterPolicy: JSON.stringify(is.FilterPolicy) }),
          ...(is.FilterPolicyScope === undefined ? {} : { FilterPolicyScope: is.FilterPolicyScope }),
        },
      })),
  }));
}

export function readSecretArns(resources: readonly LocalResource[]): readonly string[] {
  return resources
    .filter(({ type }) => type === 'AWS::SecretsManager::Secret')
    .map(({ identity }) => identity.ref);
}

/** RideGate's own custom resource; its function is not asked, because no push service stands behind a local run. */
export function readPushApplicationArns(resources: readonly LocalResource[]): readonly string[] {
  const schema = z.object({ ApplicationArn: z.string() });
  return resourcesOf(resources, ['Custom::PushApplication'], schema).map(({ is }) => is.ApplicationArn);
}
