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
import { change, maybeCondition, put, remove, sk, status, statusOf, write } from './random-writes.ts';

/** Sends one command to a table; text for a report of what was sent. */
export type RandomCommand = {
  send: (documents: DocumentClient, tableName: string, pk: string) => Promise<unknown>;
  toString: () => string;
};

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
