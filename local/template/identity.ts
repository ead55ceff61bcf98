// What a resource is called on this machine, and what Ref and Fn::GetAtt give for it.
import { loopback, type Ports } from '../settings.ts';

export const region = 'us-east-1';
export const accountId = '000000000000';

export interface Identity {
  readonly name: string;
  readonly ref: string;
  attribute(name: string): string | undefined;
}

type IdentityOf = (
  name: string,
  ports: Ports,
) => { ref: string; attributes: Readonly<Record<string, string>> };

/** Where a template may give a resource its name itself. */
export const nameProperty: Readonly<Record<string, string>> = {
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::DynamoDB::GlobalTable': 'TableName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::SecretsManager::Secret': 'Name',
};

const arn = (service: string, rest: string) => `arn:aws:${service}:${region}:${accountId}:${rest}`;

const table: IdentityOf = (name) => {
  const tableArn = arn('dynamodb', `table/${name}`);
  return { ref: name, attributes: { Arn: tableArn, StreamArn: `${tableArn}/stream/local`, TableId: name } };
};

const known: Readonly<Record<string, IdentityOf>> = {
  'AWS::DynamoDB::Table': table,
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::SQS::Queue': (name, ports) => {
    // The SDK sends to the host of the queue URL, so it must be the local engine's.
    const url = `${loopback(ports.messaging)}/${accountId}/${name}`;
    return { ref: url, attributes: { Arn: arn('sqs', name), QueueName: name, QueueUrl: url } };
  },
  'AWS::SNS::Topic': (name) => {
    const topicArn = arn('sns', name);
    return { ref: topicArn, attributes: { TopicArn: topicArn, TopicName: name } };
  },
  'AWS::Lambda::Function': (name) => ({ ref: name, attributes: { Arn: arn('lambda', `function:${name}`) } }),
  'AWS::Lambda::Url': (name, ports) => ({
    ref: arn('lambda', `function:${name}`),
    attributes: {
      FunctionUrl: `${loopback(ports.webhook)}/`,
      FunctionArn: arn('lambda', `function:${name}`),
    },
  }),
  'AWS::ApiGatewayV2::Api': (name, ports) => ({
    ref: name,
    attributes: { ApiId: name, ApiEndpoint: loopback(ports.gateway) },
  }),
  'AWS::KMS::Key': (name) => ({ ref: name, attributes: { Arn: arn('kms', `key/${name}`), KeyId: name } }),
  'AWS::SecretsManager::Secret': (name) => {
    const secretArn = arn('secretsmanager', `secret:${name}`);
    return { ref: secretArn, attributes: { Id: secretArn } };
  },
};

/** Identifies a resource of any type. Those that mean nothing locally get names that only look right. */
export function identify(type: string, name: string, ports: Ports): Identity {
  const of = known[type];
  if (of === undefined) {
    const service = type.split('::')[1]?.toLowerCase() ?? 'unknown';
    return {
      name,
      ref: name,
      attribute: (attribute) => (attribute.endsWith('Arn') ? arn(service, name) : `${name}.${attribute}`),
    };
  }
  const { ref, attributes } = of(name, ports);
  return { name, ref, attribute: (attribute) => attributes[attribute] };
}

/**
 * The physical names of a stack's resources: stable across starts, and readable without CDK's hash where that leaves
 * them unique among resources of their type.
 */
export function physicalNames(
  stackName: string,
  resources: Readonly<Record<string, { readonly Type: string }>>,
): ReadonlyMap<string, string> {
  const short = (id: string) => id.replace(/[0-9A-F]{8}$/, '') || id;
  const uses = new Map<string, number>();
  const kindOf = (id: string, type: string) => `${type} ${short(id)}`;
  for (const [id, { Type }] of Object.entries(resources)) {
    uses.set(kindOf(id, Type), (uses.get(kindOf(id, Type)) ?? 0) + 1);
  }
  return new Map(
    Object.entries(resources).map(([id, { Type }]) => [
      id,
      `${stackName}-${uses.get(kindOf(id, Type)) === 1 ? short(id) : id}`,
    ]),
  );
}
