// What must outlive every deployment: the table, the keys of its data, and the secrets that an operator sets.
import { CfnOutput, RemovalPolicy, SecretValue, Validations } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { RideGateStack, type RideGateStackProps } from './constructs/ridegate-stack.ts';
import { deadlineIndex, openSessionIndex, type Store } from './constructs/table-access.ts';

/** These list customers. */
const indexNames = ['by_status', 'by_requirement', 'by_alternative', 'by_creation'];

const indexKeys = (indexName: string) => {
  const prefix = indexName.replace('by_', '');
  return {
    partitionKey: { name: `${prefix}_pk`, type: AttributeType.STRING },
    sortKey: { name: `${prefix}_sk`, type: AttributeType.STRING },
  };
};

/** The single table with its stream, the keys, and the two secrets. All of it survives the deletion of the stack. */
export class DataStack extends RideGateStack {
  readonly store: Store;
  /** Seals personal data before it is stored: lib/constructs/vault-access.ts. */
  readonly identityKey: IKey;
  /** JSON `{"api_key": "sk_…", "restricted_key"?: "rk_…"}` */
  readonly stripeSecretArn: string;
  /** JSON `{"signing_secrets": ["whsec_…"]}`, two of them while one is being replaced */
  readonly webhookSecretArn: string;

  constructor(scope: Construct, props: RideGateStackProps) {
    super(scope, 'Data', props, 'table, keys and secrets');
    this.store = this.createStore();
    // A key beside the table's: DynamoDB opens the table's for whoever may read, this one opens for few.
    this.identityKey = this.createKey('IdentityKey', 'personal data');
    // Both placeholders are refused by the functions, so that nothing works by accident before they are set.
    this.stripeSecretArn =
      props.settings.stripeSecretArn ??
      this.createSecret('StripeSecret', 'Stripe API keys of RideGate', { api_key: '' });
    this.webhookSecretArn =
      props.settings.webhookSecretArn ??
      this.createSecret('WebhookSecret', "Signing secrets of RideGate's Stripe webhook endpoint", {
        signing_secrets: [],
      });
    new CfnOutput(this, 'TableName', { value: this.store.table.tableName });
    new CfnOutput(this, 'StripeSecretArn', { value: this.stripeSecretArn });
    new CfnOutput(this, 'WebhookSecretArn', { value: this.webhookSecretArn });
  }

  private createStore(): Store {
    // A key of our own costs 1 USD a month (DynamoDB caches data keys, so its calls cost cents). It buys what
    // the free AWS-owned key can't: the right to read stored data is a line in a role of its own, each use
    // is in CloudTrail, and disabling the key shuts the data at once.
    const key = this.createKey('TableKey', 'table');
    const table = new Table(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      timeToLiveAttribute: 'expires_at',
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const indexName of indexNames) {
      table.addGlobalSecondaryIndex({ indexName, ...indexKeys(indexName) });
    }
    table.addGlobalSecondaryIndex({
      indexName: openSessionIndex,
      ...indexKeys(openSessionIndex),
      // Sessions change often, and whoever reads the list reads each of them with strong consistency.
      projectionType: ProjectionType.INCLUDE,
      nonKeyAttributes: ['sessionId'],
    });
    table.addGlobalSecondaryIndex({
      indexName: deadlineIndex,
      ...indexKeys(deadlineIndex),
      // Whoever reads the list reads each item with strong consistency before he acts.
      projectionType: ProjectionType.KEYS_ONLY,
    });
    const { tableStreamArn: streamArn } = table;
    if (streamArn === undefined) throw new Error('The table has no stream.');
    return { table, key, streamArn, indexNames };
  }

  /** KMS rotates it each year, and opens for good what it sealed before. */
  private createKey(id: string, holds: string): Key {
    return new Key(this, id, {
      description: `RideGate ${this.settings.stage}: ${holds}`,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  private createSecret(id: string, description: string, placeholder: Record<string, unknown>): string {
    const secret = new Secret(this, id, {
      description,
      // In the template on purpose: it holds no secret, and CloudFormation writes it only when it changes,
      // so a deployment never overwrites what an operator has set.
      secretStringValue: SecretValue.unsafePlainText(JSON.stringify(placeholder)),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'Stripe issues these values; nothing on our side can rotate them. docs/operations.md says how.',
    });
    return secret.secretArn;
  }
}
