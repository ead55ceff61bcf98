import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { synthesize, templateOf } from './synthesized.ts';

const data = templateOf(synthesize(), 'Data');

const key = (partition: string, sort: string) => [
  { AttributeName: partition, KeyType: 'HASH' },
  { AttributeName: sort, KeyType: 'RANGE' },
];

describe('the table', () => {
  it('is on demand, keyed by pk and sk, with a stream of both images and items that expire', () => {
    data.hasResourceProperties('AWS::DynamoDB::Table', {
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: key('pk', 'sk'),
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      TimeToLiveSpecification: { AttributeName: 'expires_at', Enabled: true },
    });
  });

  it.each(['status', 'requirement', 'creation'])('has an index by %s that holds whole items', (name) => {
    data.hasResourceProperties('AWS::DynamoDB::Table', {
      GlobalSecondaryIndexes: Match.arrayWith([
        {
          IndexName: `by_${name}`,
          KeySchema: key(`${name}_pk`, `${name}_sk`),
          Projection: { ProjectionType: 'ALL' },
        },
      ]),
    });
  });

  it('has an index of open sessions that holds no more than finds them', () => {
    data.hasResourceProperties('AWS::DynamoDB::Table', {
      GlobalSecondaryIndexes: Match.arrayWith([
        {
          IndexName: 'by_open_session',
          KeySchema: key('open_session_pk', 'open_session_sk'),
          Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['sessionId'] },
        },
      ]),
    });
  });

  it('has an index of deadlines that holds nothing but keys', () => {
    data.hasResourceProperties('AWS::DynamoDB::Table', {
      GlobalSecondaryIndexes: Match.arrayWith([
        {
          IndexName: 'by_deadline',
          KeySchema: key('deadline_pk', 'deadline_sk'),
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
      ]),
    });
  });

  it('survives mistakes: deletion protection, point-in-time recovery, and retention with its stack gone', () => {
    data.hasResource('AWS::DynamoDB::Table', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      },
    });
  });

  it('is encrypted under a key of its own that is rotated and outlives the stack', () => {
    const [keyId] = Object.keys(
      data.findResources('AWS::KMS::Key', {
        DeletionPolicy: 'Retain',
        Properties: { Description: 'RideGate prod: table', EnableKeyRotation: true },
      }),
    );
    data.hasResourceProperties('AWS::DynamoDB::Table', {
      SSESpecification: { SSEType: 'KMS', KMSMasterKeyId: { 'Fn::GetAtt': [keyId, 'Arn'] } },
    });
  });
});

describe('the key of personal data', () => {
  it('is one by itself, is rotated, and outlives the stack, or nobody could read what it sealed', () => {
    data.hasResource('AWS::KMS::Key', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: { Description: 'RideGate prod: personal data', EnableKeyRotation: true },
    });
    data.resourceCountIs('AWS::KMS::Key', 2);
  });
});

describe('the secrets', () => {
  it.each([
    ['Stripe API keys', { api_key: '' }],
    ['signing secrets', { signing_secrets: [] }],
  ])('given nobody has set the %s, hold a value that opens nothing', (_, placeholder) => {
    data.hasResource('AWS::SecretsManager::Secret', {
      DeletionPolicy: 'Retain',
      Properties: { SecretString: JSON.stringify(placeholder) },
    });
  });

  it('are not made where existing ones are named', () => {
    const arn = (name: string) => `arn:aws:secretsmanager:eu-west-1:111122223333:secret:${name}-AbCdEf`;
    const templates = synthesize({ stripeSecretArn: arn('stripe'), webhookSecretArn: arn('webhook') });
    templateOf(templates, 'Data').resourceCountIs('AWS::SecretsManager::Secret', 0);
    expect(JSON.stringify(templateOf(templates, 'Webhook'))).toContain(arn('webhook'));
  });
});
