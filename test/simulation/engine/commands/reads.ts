// GetItem and BatchGetItem.

import type { BatchGetCommandInput, GetCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Key } from '../../../../functions/adapters/dynamodb/keys.ts';
import { environmentOf } from '../expressions/environment.ts';
import { parseProjection, projected, requireApart } from '../expressions/projection.ts';
import { NotSimulated, validation } from '../invalid.ts';
import { readKey } from '../schema.ts';
import type { View } from '../store.ts';
import type { StoredItem } from '../values.ts';
import { keyName, requireKnown, type ReadRequest } from './request.ts';

const getParameters = new Set([
  'TableName',
  'Key',
  'ConsistentRead',
  'ProjectionExpression',
  'ExpressionAttributeNames',
]);
const tableParameters = new Set([
  'Keys',
  'ConsistentRead',
  'ProjectionExpression',
  'ExpressionAttributeNames',
]);
const batchLimit = 100;

export function readGet(input: GetCommandInput): ReadRequest {
  requireKnown(input, getParameters);
  const key = readKey(input.Key);
  const project = projection(input);
  return {
    kind: 'read',
    call: { command: 'Get', keys: [keyName(key)] },
    touches: input.ConsistentRead === true ? null : (change) => isSame(change.key, key),
    run: (view) => {
      const item = view.get(key);
      return item === null ? {} : { Item: project(item) };
    },
  };
}

export function readBatchGet(input: BatchGetCommandInput): ReadRequest {
  requireKnown(input, new Set(['RequestItems']));
  const [[table, request] = [], ...others] = Object.entries(input.RequestItems ?? {});
  if (table === undefined || request === undefined || others.length > 0) {
    throw new NotSimulated('a BatchGet of other than one table');
  }
  requireKnown(request, tableParameters);
  const keys = (request.Keys ?? []).map(readKey);
  requireKeys(keys);
  const project = projection(request);
  const run = (view: View, read: readonly Key[], unread: readonly Key[]) => ({
    // DynamoDB answers in no order: here it is never that of the keys.
    Responses: {
      [table]: read.toReversed().flatMap((key) => {
        const item = view.get(key);
        return item === null ? [] : [project(item)];
      }),
    },
    UnprocessedKeys: unread.length === 0 ? {} : { [table]: { ...request, Keys: unread } },
  });
  const half = Math.floor(keys.length / 2);
  return {
    kind: 'read',
    call: { command: 'BatchGet', keys: keys.map(keyName) },
    touches: request.ConsistentRead === true ? null : (change) => keys.some((key) => isSame(change.key, key)),
    run: (view) => run(view, keys, []),
    // Of one key, nothing could be read, which DynamoDB answers as throttled.
    ...(half > 0 && { runPartly: (view) => run(view, keys.slice(0, half), keys.slice(half)) }),
  };
}

function requireKeys(keys: readonly Key[]): void {
  if (keys.length === 0 || keys.length > batchLimit) {
    throw validation(
      `Value at 'requestItems' failed to satisfy constraint: Member must have length between 1 and ${batchLimit}`,
    );
  }
  if (new Set(keys.map(keyName)).size < keys.length) {
    throw validation('Provided list of item keys contains duplicates');
  }
}

type Projected = {
  ProjectionExpression?: string | undefined;
  ExpressionAttributeNames?: Record<string, string> | undefined;
};

function projection(input: Projected): (item: StoredItem) => StoredItem {
  if (input.ProjectionExpression === undefined) {
    environmentOf(input, []);
    return (item) => item;
  }
  const parsed = parseProjection(input.ProjectionExpression);
  const environment = environmentOf(input, [parsed]);
  requireApart(parsed.expression, environment);
  return (item) => projected(item, parsed.expression, environment);
}

function isSame(one: Key, other: Key): boolean {
  return one.pk === other.pk && one.sk === other.sk;
}
