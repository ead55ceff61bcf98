// Writes for the one table, as parts of a transaction. They are data: what sends them is table.ts.

import type { TransactWriteCommandInput, UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Key } from './keys.ts';

export type Item = Record<string, unknown>;
export type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

const stillAt = (version: number) => ({
  ConditionExpression: 'version = :version',
  ExpressionAttributeValues: { ':version': version },
});

export function createWrites(tableName: string) {
  return {
    put: (item: Item): Write => ({ Put: { TableName: tableName, Item: item } }),

    /** A write that only makes a new item. */
    insert: (item: Item): Write => ({
      Put: { TableName: tableName, Item: item, ConditionExpression: 'attribute_not_exists(pk)' },
    }),

    /** A write that replaces an item only where it is still at a version. */
    replace: (item: Item, version: number): Write => ({
      Put: { TableName: tableName, Item: item, ...stillAt(version) },
    }),

    /** A write that adds to numbers of an item, which needn't exist. */
    add: (key: Key, amounts: Readonly<Record<string, number>>): Write => ({
      Update: { TableName: tableName, Key: key, ...additions(amounts) },
    }),

    /** A write that puts an item only where a condition holds. */
    putWhere: (item: Item, condition: string, values: Item): Write => ({
      Put: {
        TableName: tableName,
        Item: item,
        ConditionExpression: condition,
        ExpressionAttributeValues: values,
      },
    }),

    /** A write that deletes an item, if it is there. */
    remove: (key: Key): Write => ({ Delete: { TableName: tableName, Key: key } }),

    /** No write, but the condition of all others beside it: an item has to be there. */
    mustExist: (key: Key): Write => ({
      ConditionCheck: { TableName: tableName, Key: key, ConditionExpression: 'attribute_exists(pk)' },
    }),

    /** As `mustExist`: an item still has to be at a version. */
    mustBeAt: (key: Key, version: number): Write => ({
      ConditionCheck: { TableName: tableName, Key: key, ...stillAt(version) },
    }),

    /** A write that deletes an item only where a condition holds. */
    deleteWhere: (key: Key, condition: string, values: Item): Write => ({
      Delete: {
        TableName: tableName,
        Key: key,
        ConditionExpression: condition,
        ExpressionAttributeValues: values,
      },
    }),
  };
}

type Update = Required<
  Pick<UpdateCommandInput, 'UpdateExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'>
>;

/** The part of an update that adds to numbers, and sets what else is given. */
export function additions(amounts: Readonly<Record<string, number>>, set: Item = {}): Update {
  const added = Object.entries<unknown>(amounts);
  const all = [...added, ...Object.entries(set)];
  const parts = (from: number, to: number, sign: string): string[] =>
    all.slice(from, to).map((_, index) => `#n${from + index}${sign}:n${from + index}`);
  const clauses = [
    { word: 'ADD', parts: parts(0, added.length, ' ') },
    { word: 'SET', parts: parts(added.length, all.length, ' = ') },
  ];
  return {
    UpdateExpression: clauses
      .filter((clause) => clause.parts.length > 0)
      .map((clause) => `${clause.word} ${clause.parts.join(', ')}`)
      .join(' '),
    ExpressionAttributeNames: Object.fromEntries(all.map(([name], index) => [`#n${index}`, name])),
    ExpressionAttributeValues: Object.fromEntries(all.map(([, value], index) => [`:n${index}`, value])),
  };
}
