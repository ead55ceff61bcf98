// Writes by chance: what a Put, an Update, a Delete or a check is asked to do to one item.

import * as fc from 'fast-check';
import { attributes, condition, update, type Expression } from './random-expressions.ts';

export const sk = fc.constantFrom('a', 'b', 'c');
export const status = fc.constantFrom('open', 'done');
const listing = fc.option(fc.record({ status, at: fc.constantFrom('1', '2') }), { nil: undefined });
export const maybeCondition = fc.option(condition, { nil: undefined });

const item = fc.tuple(sk, attributes, listing).map(([sortKey, held, listed]) => (pk: string) => ({
  pk,
  sk: sortKey,
  ...held,
  ...(listed && { status_pk: statusOf(pk, listed.status), status_sk: listed.at }),
}));

export const put = fc.record({ item, on: maybeCondition }).map(({ item: make, on }) => ({
  input: (TableName: string, pk: string) => ({ TableName, Item: make(pk), ...conditional(on) }),
  sk: make('').sk,
}));

export const remove = fc.record({ sk, on: maybeCondition }).map(({ sk: sortKey, on }) => ({
  input: (TableName: string, pk: string) => ({ TableName, Key: { pk, sk: sortKey }, ...conditional(on) }),
  sk: sortKey,
}));

export const change = fc
  .record({ sk, update, on: maybeCondition })
  .map(({ sk: sortKey, update: how, on }) => ({
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

export const write = fc.oneof(
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

/** Of one partition of the table alone. */
export function statusOf(pk: string, name: string): string {
  return `${pk}#${name}`;
}

function conditional(on: Expression | undefined, also?: Expression) {
  const values = { ...on?.values, ...also?.values };
  return {
    ...(on && { ConditionExpression: on.text }),
    ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
  };
}
