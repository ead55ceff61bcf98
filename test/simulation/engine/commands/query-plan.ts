// What a query asks for, understood and checked.

import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Collection } from '../collection.ts';
import { environmentOf, type Environment } from '../expressions/environment.ts';
import { holds } from '../expressions/evaluate-condition.ts';
import { requireOperands } from '../expressions/require-operands.ts';
import { keyCondition, type KeyCondition } from '../expressions/key-condition.ts';
import { parseCondition } from '../expressions/parse-condition.ts';
import { parseProjection, projected, requireApart } from '../expressions/projection.ts';
import { NotSimulated, validation } from '../invalid.ts';
import type { Store } from '../store.ts';
import { takeOver, type StoredItem } from '../values.ts';
import { requireKnown } from './request.ts';

const parameters = new Set([
  'TableName',
  'IndexName',
  'KeyConditionExpression',
  'FilterExpression',
  'ProjectionExpression',
  'ExpressionAttributeNames',
  'ExpressionAttributeValues',
  'ExclusiveStartKey',
  'ScanIndexForward',
  'ConsistentRead',
  'Limit',
  'Select',
]);

export type QueryPlan = {
  collection: Collection;
  where: KeyCondition;
  environment: Environment;
  start: StoredItem | undefined;
  forward: boolean;
  /** Answers how many there are, and none of them. */
  countsOnly: boolean;
  limit: number;
  passes: (item: StoredItem) => boolean;
  project: (item: StoredItem) => StoredItem;
};

/** @throws ValidationException for a query that can't be made, NotSimulated for one that isn't known here */
export function queryPlan(input: QueryCommandInput, store: Store): QueryPlan {
  requireKnown(input, parameters);
  const collection = collectionOf(input, store);
  const key = parseCondition(input.KeyConditionExpression ?? '');
  const filter = input.FilterExpression === undefined ? undefined : parseCondition(input.FilterExpression);
  const projection =
    input.ProjectionExpression === undefined ? undefined : parseProjection(input.ProjectionExpression);
  const environment = environmentOf(input, [key, filter, projection]);
  requireOperands(key.expression, environment);
  if (filter !== undefined) requireOperands(filter.expression, environment);
  if (projection !== undefined) requireApart(projection.expression, environment);
  if (input.Limit !== undefined && input.Limit < 1) {
    throw validation(
      "Value at 'Limit' failed to satisfy constraint: Member must have value greater than or equal to 1",
    );
  }
  const where = keyCondition(key.expression, collection.schema, environment);
  return {
    collection,
    where,
    environment,
    start: startOf(input, collection, where),
    forward: input.ScanIndexForward !== false,
    countsOnly: countsOnly(input),
    limit: input.Limit ?? Infinity,
    passes: (item) => filter === undefined || holds(filter.expression, item, environment),
    project: (item) =>
      projection === undefined ? item : projected(item, projection.expression, environment),
  };
}

/** @throws ValidationException where it names attributes all the same */
function countsOnly({ Select, ProjectionExpression }: QueryCommandInput): boolean {
  if (Select === undefined) return false;
  if (Select !== 'COUNT') throw new NotSimulated(`Select ${Select}`);
  if (ProjectionExpression !== undefined) {
    throw validation('Cannot specify the ProjectionExpression when choosing to get only the Count');
  }
  return true;
}

function collectionOf({ IndexName, ConsistentRead }: QueryCommandInput, store: Store): Collection {
  if (IndexName === undefined) return store.table;
  const index = store.indexes.get(IndexName);
  if (index === undefined) throw validation(`The table does not have the specified index: ${IndexName}`);
  if (ConsistentRead === true) {
    throw validation('Consistent reads are not supported on global secondary indexes');
  }
  return index;
}

/** An item that a page may begin behind, which needn't exist. */
function startOf(
  { ExclusiveStartKey }: QueryCommandInput,
  collection: Collection,
  where: KeyCondition,
): StoredItem | undefined {
  if (ExclusiveStartKey === undefined) return undefined;
  const start = takeOver(ExclusiveStartKey);
  const expected = collection.keyAttributes;
  const isKey =
    Object.keys(start).length === expected.length &&
    expected.every((name) => typeof start[name] === 'string' && start[name] !== '');
  if (!isKey) throw validation('The provided starting key is invalid');
  if (start[collection.schema.hash] !== where.partition) {
    throw validation('The provided starting key is outside query boundaries based on provided conditions');
  }
  return start;
}
