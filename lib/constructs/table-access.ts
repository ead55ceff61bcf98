// What a function may do with the table: named actions on named resources, and never a Scan.
import { Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { NodeFunction } from './node-function.ts';

/** The index of the sessions that may still change at Stripe. */
export const openSessionIndex = 'by_open_session';

/** The index of what is due by the clock alone. */
export const deadlineIndex = 'by_deadline';

/** The table, the key it is encrypted under, and the names of the indexes that list customers. */
export interface Store {
  readonly table: Table;
  readonly key: IKey;
  readonly streamArn: string;
  readonly indexNames: readonly string[];
}

export type TableAction =
  'GetItem' | 'BatchGetItem' | 'PutItem' | 'ConditionCheckItem' | 'Query' | 'DeleteItem' | 'UpdateItem';

/** The partitions of what RideGate keeps of itself (functions/adapters/dynamodb/keys.ts). */
export type OwnPartition = 'WEBHOOKS' | 'RECONCILER';

/** Reading items by key. */
export const readItems: readonly TableAction[] = ['GetItem', 'BatchGetItem'];

/** Reading items by key and writing them whole. A TransactWriteItems is allowed by the actions of its parts. */
export const changeItems: readonly TableAction[] = [...readItems, 'PutItem', 'ConditionCheckItem'];

/** The same for who applies sessions and redactions: what an earlier verification left is taken away by the next. */
export const applySessions: readonly TableAction[] = [...changeItems, 'DeleteItem'];

/** Allows actions on the table's own items, its indexes excluded. */
export const allowTable = (fn: NodeFunction, store: Store, actions: readonly TableAction[]): void => {
  fn.allow(
    actions.map((action) => `dynamodb:${action}`),
    store.table.tableArn,
  );
  const writes = actions.includes('PutItem') || actions.includes('DeleteItem');
  allowTableKey(fn, store, writes ? 'write' : 'read');
};

/** Allows actions on one partition's items, of which none is a tenant's. */
export const allowPartition = (
  fn: NodeFunction,
  store: Store,
  partition: OwnPartition,
  actions: readonly ('Query' | 'UpdateItem')[],
): void => {
  fn.addToRolePolicy(
    new PolicyStatement({
      actions: actions.map((action) => `dynamodb:${action}`),
      resources: [store.table.tableArn],
      // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html
      conditions: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': [partition] } },
    }),
  );
  allowTableKey(fn, store, actions.includes('UpdateItem') ? 'write' : 'read');
};

/** Allows queries of the customers' indexes, or of named ones, each by its name, and of nothing else. */
export const allowIndexQueries = (
  fn: NodeFunction,
  store: Store,
  indexNames: readonly string[] = store.indexNames,
): void => {
  fn.allow(['dynamodb:Query'], ...indexNames.map((name) => `${store.table.tableArn}/index/${name}`));
  allowTableKey(fn, store, 'read');
};

/** Allows following the table's stream. */
export const allowStream = (fn: NodeFunction, store: Store): void => {
  fn.allow(
    ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map((action) => `dynamodb:${action}`),
    store.streamArn,
  );
  allowTableKey(fn, store, 'read');
};

// What DynamoDB asks of its callers, with the wildcards of its documentation spelled out:
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html
const keyActions = {
  read: ['kms:Decrypt', 'kms:DescribeKey'],
  write: [
    'kms:Decrypt',
    'kms:DescribeKey',
    'kms:Encrypt',
    'kms:GenerateDataKey',
    'kms:GenerateDataKeyWithoutPlaintext',
    'kms:ReEncryptFrom',
    'kms:ReEncryptTo',
  ],
};

/** Allows the use of the table's key, but only through DynamoDB: no function can call KMS with it itself. */
const allowTableKey = (fn: NodeFunction, store: Store, use: 'read' | 'write'): void => {
  fn.addToRolePolicy(
    new PolicyStatement({
      actions: keyActions[use],
      resources: [store.key.keyArn],
      conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${Stack.of(fn).region}.amazonaws.com` } },
    }),
  );
};
