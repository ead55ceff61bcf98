// What a write does to its one item, on its own or in a transaction.

import type {
  DeleteCommandInput,
  PutCommandInput,
  TransactWriteCommandInput,
  UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import type { Key } from '../../../../functions/adapters/dynamodb/keys.ts';
import { requireTargets, updated } from '../expressions/apply-update.ts';
import { environmentOf } from '../expressions/environment.ts';
import { holds } from '../expressions/evaluate-condition.ts';
import { requireOperands } from '../expressions/require-operands.ts';
import type { Parsed } from '../expressions/grammar.ts';
import { parseCondition } from '../expressions/parse-condition.ts';
import { parseUpdate } from '../expressions/parse-update.ts';
import { NotSimulated } from '../invalid.ts';
import { keyOf, readKey, requireIndexKeys, tableKeys } from '../schema.ts';
import { requireItemSize } from '../sizes.ts';
import { takeOver, type StoredItem } from '../values.ts';
import { requireKnown } from './request.ts';

export type ItemWrite = {
  key: Key;
  /** Whether its condition holds for the item as it is. */
  isAllowed: (item: StoredItem | null) => boolean;
  /** The item as it will be. @throws ValidationException where it can't become so */
  apply: (item: StoredItem | null) => StoredItem | null;
  tellsItem: boolean;
};

type Checked = Pick<
  PutCommandInput,
  | 'ConditionExpression'
  | 'ExpressionAttributeNames'
  | 'ExpressionAttributeValues'
  | 'ReturnValuesOnConditionCheckFailure'
>;

const common = [
  'TableName',
  'ConditionExpression',
  'ExpressionAttributeNames',
  'ExpressionAttributeValues',
  'ReturnValues',
  'ReturnValuesOnConditionCheckFailure',
];
const putParameters = new Set([...common, 'Item']);
const deleteParameters = new Set([...common, 'Key']);
const updateParameters = new Set([...common, 'Key', 'UpdateExpression']);

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
export type PutInput = PutCommandInput | NonNullable<TransactItem['Put']>;
export type DeleteInput = DeleteCommandInput | NonNullable<TransactItem['Delete']>;
export type UpdateInput = UpdateCommandInput | NonNullable<TransactItem['Update']>;
export type CheckInput = NonNullable<TransactItem['ConditionCheck']>;

export function putWrite(input: PutInput): ItemWrite {
  requireKnown(input, putParameters);
  const item = takeOver(input.Item ?? {});
  const key = keyOf(item);
  requireStorable(item);
  return { key, apply: () => item, ...conditionOf(input) };
}

export function deleteWrite(input: DeleteInput): ItemWrite {
  requireKnown(input, deleteParameters);
  return { key: readKey(input.Key), apply: () => null, ...conditionOf(input) };
}

/** A write that leaves its item as it is, and lets a transaction pass only where its condition holds. */
export function conditionCheck(input: CheckInput): ItemWrite {
  requireKnown(input, deleteParameters);
  return { key: readKey(input.Key), apply: (item) => item, ...conditionOf(input) };
}

export function updateWrite(input: UpdateInput): ItemWrite {
  requireKnown(input, updateParameters);
  const key = readKey(input.Key);
  if (input.UpdateExpression === undefined) throw new NotSimulated('an Update without an expression');
  const update = parseUpdate(input.UpdateExpression);
  const environment = environmentOf(input, [update, conditionIn(input)]);
  requireTargets(update.expression, environment, [tableKeys.hash, tableKeys.range]);
  return {
    key,
    apply: (item) => {
      const after = updated(item ?? Object.freeze({ ...key }), update.expression, environment);
      requireStorable(after);
      return after;
    },
    ...conditionOf(input, update),
  };
}

function conditionOf(input: Checked, update?: Parsed<unknown>): Pick<ItemWrite, 'isAllowed' | 'tellsItem'> {
  const condition = conditionIn(input);
  const environment = environmentOf(input, [condition, update]);
  if (condition !== undefined) requireOperands(condition.expression, environment);
  return {
    isAllowed: (item) => condition === undefined || holds(condition.expression, item, environment),
    tellsItem: input.ReturnValuesOnConditionCheckFailure === 'ALL_OLD',
  };
}

function conditionIn({ ConditionExpression }: Checked) {
  return ConditionExpression === undefined ? undefined : parseCondition(ConditionExpression);
}

function requireStorable(item: StoredItem): void {
  requireIndexKeys(item);
  requireItemSize(item);
}
