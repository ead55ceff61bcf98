// Commands by chance on few items of one partition, so that they meet.

import {
  BatchGetCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import * as fc from 'fast-check';
import type { DocumentClient } from '../../../../functions/adapters/dynamodb/table.ts';
import { attributes, condition, update, type Expression } from './random-expressions.ts';

/** Sends one command to a table; text for a report of what was sent. */
export type RandomCommand = {
  send: (documents: DocumentClient, tableName: string, pk: string) => Promise<unknown>;
  toString: () => string;
};

const sk = fc.constantFrom('a', 'b', 'c');
const status = fc.constantFrom('open', 'done');
const listing = fc.option(fc.record({ status, at: fc.constantFrom('1', '2') }), { nil: undefined });
const maybeCondition = fc.option(condition, { nil: undefined });

const item = fc.tuple(sk, attributes, listing).map(([sortKey, held, listed]) => (pk: string) => ({
  pk,
  sk: sortKey,
  ...held,
  ...(listed && { status_pk: statusOf(pk, listed.status), status_sk: listed.at }),
}));

const put = fc.record({ item, on: maybeCondition }).map(({ item: make, on }) => ({
  input: (TableName: string, pk: string) => ({ TableName, Item: make(pk), ...conditional(on) }),
  sk: make('').sk,
}));

const remove = fc.record({ sk, on: maybeCondition }).map(({ sk: sortKey, on }) => ({
  input: (TableName: string, pk: string) => ({ TableName, Key: { pk, sk: sortKey }, ...conditional(on) }),
  sk: sortKey,
}));

const change = fc.record({ sk, update, on: maybeCondition }).map(({ sk: sortKey, update: how, on }) => ({
  input: (TableName: string, pk: string) => ({
    TableName,
    Key: { pk, sk: sortKey },
    UpdateExpression: how.text,
    ...conditional(on, how),
  }),
  sk: sortKey,
}));

const check = fc.record({ sk, on: condition }).map(({ sk: sortKey, on }) => ({
  input: (TableName: string, pk: string) => ({
    TableName,
    Key: { pk, sk: sortKey },
    ConditionExpression: on.text,
    ...conditional(on),
  }),
  sk: sortKey,
}));

const write = fc.oneof(
  put.map(({ input, sk: of }) => ({
    of,
    action: (table: string, pk: string) => ({ Put: input(table, pk) }),
  })),
  change.map(({ input, sk: of }) => ({
    of,
    action: (table: string, pk: string) => ({ Update: input(table, pk) }),
  })),
  remove.map(({ input, sk: of }) => ({
    of,
    action: (table: string, pk: string) => ({ Delete: input(table, pk) }),
  })),
  check.map(({ input, sk: of }) => ({
    of,
    action: (table: string, pk: string) => ({ ConditionCheck: input(table, pk) }),
  })),
);

const query = fc.record({
  index: fc.option(status, { nil: undefined }),
  Limit: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  ScanIndexForward: fc.boolean(),
  filter: maybeCondition,
  start: fc.option(fc.record({ sk, at: fc.constantFrom('1', '2') }), { nil: undefined }),
});

export const command: fc.Arbitrary<RandomCommand> = fc.oneof(
  {
    weight: 4,
    arbitrary: put.map(({ input }) =>
      random('Put', input, (documents, given) =>
        documents.send(new PutCommand({ ...given, ReturnValues: 'ALL_OLD' })),
      ),
    ),
  },
  {
    weight: 3,
    arbitrary: change.map(({ input }) =>
      random('Update', input, (documents, given) =>
        documents.send(new UpdateCommand({ ...given, ReturnValues: 'ALL_NEW' })),
      ),
    ),
  },
  remove.map(({ input }) =>
    random('Delete', input, (documents, given) =>
      documents.send(new DeleteCommand({ ...given, ReturnValues: 'ALL_OLD' })),
    ),
  ),
  {
    weight: 4,
    arbitrary: fc.uniqueArray(write, { minLength: 1, maxLength: 3, selector: ({ of }) => of }).map((writes) =>
      random(
        'TransactWrite',
        (table, pk) => writes.map(({ action }) => action(table, pk)),
        (documents, TransactItems) => documents.send(new TransactWriteCommand({ TransactItems })),
      ),
    ),
  },
  sk.map((sortKey) =>
    random(
      'Get',
      (TableName, pk) => ({ TableName, Key: { pk, sk: sortKey }, ConsistentRead: true }),
      (documents, given) => documents.send(new GetCommand(given)),
    ),
  ),
  fc.uniqueArray(sk, { minLength: 1 }).map((sortKeys) =>
    random(
      'BatchGet',
      (table, pk) => ({ [table]: { Keys: sortKeys.map((one) => ({ pk, sk: one })) } }),
      (documents, RequestItems) => documents.send(new BatchGetCommand({ RequestItems })),
    ),
  ),
  {
    weight: 3,
    arbitrary: query.map(({ index, filter, start, ...options }) =>
      random(
        'Query',
        (TableName, pk) => {
          const statusPk = statusOf(pk, index ?? '');
          const startKey = { pk, sk: start?.sk ?? '' };
          return {
            TableName,
            ...options,
            ...(index !== undefined && { IndexName: 'by_status' }),
            KeyConditionExpression: index === undefined ? 'pk = :pk' : 'status_pk = :pk',
            ...(filter && { FilterExpression: filter.text }),
            ExpressionAttributeValues: { ...filter?.values, ':pk': index === undefined ? pk : statusPk },
            ...(start && {
              ExclusiveStartKey:
                index === undefined ? startKey : { ...startKey, status_pk: statusPk, status_sk: start.at },
            }),
          };
        },
        (documents, given) => documents.send(new QueryCommand(given)),
      ),
    ),
  },
);

function random<Input>(
  name: string,
  input: (tableName: string, pk: string) => Input,
  send: (documents: DocumentClient, input: Input) => Promise<unknown>,
): RandomCommand {
  return {
    send: (documents, tableName, pk) => send(documents, input(tableName, pk)),
    toString: () => `${name} ${JSON.stringify(input('table', 'p'))}`,
  };
}

/** Of one partition of the table alone. */
function statusOf(pk: string, name: string): string {
  return `${pk}#${name}`;
}

function conditional(on: Expression | undefined, also?: Expression) {
  const values = { ...on?.values, ...also?.values };
  return {
    ...(on && { ConditionExpression: on.text }),
    ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
  };
}
