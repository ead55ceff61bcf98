// What a deployment of the templates consists of, as far as it means something on one machine.
import type { Pattern } from '../pollers/filter.ts';
import type { StackOutputs } from './scope.ts';

export interface KeyAttribute {
  readonly AttributeName: string;
  readonly KeyType: 'HASH' | 'RANGE';
}

interface TableIndex {
  readonly IndexName: string;
  readonly KeySchema: readonly KeyAttribute[];
  readonly Projection: {
    readonly ProjectionType?: 'ALL' | 'KEYS_ONLY' | 'INCLUDE' | undefined;
    readonly NonKeyAttributes?: readonly string[] | undefined;
  };
}

export interface Table {
  readonly name: string;
  readonly keySchema: readonly KeyAttribute[];
  readonly attributes: readonly { readonly AttributeName: string; readonly AttributeType: 'S' | 'N' | 'B' }[];
  readonly indexes: readonly TableIndex[];
  readonly streamView: 'KEYS_ONLY' | 'NEW_IMAGE' | 'OLD_IMAGE' | 'NEW_AND_OLD_IMAGES' | undefined;
  readonly ttlAttribute: string | undefined;
}

export interface Queue {
  readonly name: string;
  readonly url: string;
  readonly arn: string;
  /** As SQS's CreateQueue takes them. */
  readonly attributes: Readonly<Record<string, string>>;
}

export interface Topic {
  readonly name: string;
  readonly arn: string;
  readonly subscriptions: readonly {
    readonly queueArn: string;
    readonly attributes: Readonly<Record<string, string>>;
  }[];
}

export interface LambdaFunction {
  readonly name: string;
  readonly arn: string;
  /** The bundle: the file that the handler string names, without its extension. */
  readonly module: string;
  readonly exportName: string;
  readonly timeoutMs: number;
  readonly memoryMb: number;
  readonly environment: Readonly<Record<string, string>>;
}

export interface JwtAuthorizer {
  readonly issuer: string;
  readonly audience: readonly string[];
}

export interface Route {
  /** `GET /api/customers/{id}`, as in the template. */
  readonly key: string;
  readonly functionName: string;
  readonly timeoutMs: number;
  readonly authorizer: JwtAuthorizer | undefined;
  readonly scopes: readonly string[];
}

interface EventSource {
  /** The mapping's own name, under which its progress is kept. */
  readonly name: string;
  readonly functionName: string;
  readonly batchSize: number;
  readonly windowMs: number;
  /** A record is delivered if any pattern matches; without patterns all are. */
  readonly patterns: readonly Pattern[];
  readonly reportsItemFailures: boolean;
}

export interface QueueSource extends EventSource {
  readonly queueArn: string;
  readonly concurrency: number;
}

export interface StreamSource extends EventSource {
  readonly streamArn: string;
  readonly tableName: string;
  readonly bisect: boolean;
  /** -1: until the record expires. */
  readonly maxRetries: number;
  /** An SQS queue. */
  readonly onFailureArn: string | undefined;
}

export interface Schedule {
  readonly name: string;
  readonly expression: string;
  readonly functionName: string;
  readonly input: unknown;
}

export interface Deployment {
  readonly tables: readonly Table[];
  readonly queues: readonly Queue[];
  readonly topics: readonly Topic[];
  readonly functions: readonly LambdaFunction[];
  readonly routes: readonly Route[];
  /** The function behind the one Function URL of the app. */
  readonly urlFunction: string | undefined;
  readonly queueSources: readonly QueueSource[];
  readonly streamSources: readonly StreamSource[];
  readonly schedules: readonly Schedule[];
  readonly secretArns: readonly string[];
  /** Applications at the push services. */
  readonly pushApplicationArns: readonly string[];
  readonly outputs: StackOutputs;
}
