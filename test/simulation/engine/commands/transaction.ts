// TransactWriteItems: all of its writes, or none.

import { DynamoDBServiceException, type CancellationReason } from '@aws-sdk/client-dynamodb';
import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { sdkItemOf } from '../attributes.ts';
import { validation } from '../invalid.ts';
import { canceled } from '../refusals.ts';
import { requireTransactionSize } from '../sizes.ts';
import type { Store } from '../store.ts';
import type { StoredItem } from '../values.ts';
import { conditionCheck, deleteWrite, putWrite, updateWrite, type ItemWrite } from './item-write.ts';
import { keyName, requireKnown, type WriteRequest } from './request.ts';

const parameters = new Set(['TransactItems']);
const limit = 100;

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

export function writeTransaction(input: TransactWriteCommandInput): WriteRequest {
  requireKnown(input, parameters);
  const items = input.TransactItems ?? [];
  if (items.length === 0 || items.length > limit) {
    throw validation(
      `Value at 'transactItems' failed to satisfy constraint: Member must have length between 1 and ${limit}`,
    );
  }
  const writes = items.map(readWrite);
  const keys = writes.map(({ key }) => keyName(key));
  if (new Set(keys).size < keys.length) {
    throw validation('Transaction request cannot include multiple operations on one item');
  }
  return { kind: 'write', call: { command: 'TransactWrite', keys }, run: (store) => run(writes, store) };
}

function readWrite(item: TransactItem): ItemWrite {
  const { Put, Update, Delete, ConditionCheck, ...others } = item;
  const given = [Put, Update, Delete, ConditionCheck].filter((action) => action !== undefined);
  if (given.length !== 1 || Object.keys(others).length > 0) {
    throw validation('TransactItem must contain exactly one action');
  }
  if (Put !== undefined) return putWrite(Put);
  if (Update !== undefined) return updateWrite(Update);
  if (Delete !== undefined) return deleteWrite(Delete);
  if (ConditionCheck !== undefined) return conditionCheck(ConditionCheck);
  throw validation('TransactItem must contain exactly one action');
}

type Judged = { reason: CancellationReason | null; after: StoredItem | null };

function run(writes: readonly ItemWrite[], store: Store): Record<string, never> {
  const judged = writes.map((write) => judge(write, store.get(write.key)));
  if (judged.some(({ reason }) => reason !== null)) {
    throw canceled(judged.map(({ reason }) => reason ?? { Code: 'None' }));
  }
  requireTransactionSize(judged.flatMap(({ after }) => (after === null ? [] : [after])));
  store.commit(writes.map(({ key }, index) => ({ key, after: judged[index]?.after ?? null })));
  return {};
}

function judge({ isAllowed, apply, tellsItem }: ItemWrite, before: StoredItem | null): Judged {
  if (!isAllowed(before)) {
    const reason = { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed' };
    const item = tellsItem && before !== null ? { Item: sdkItemOf(before) } : {};
    return { reason: { ...reason, ...item }, after: null };
  }
  try {
    return { reason: null, after: apply(before) };
  } catch (fault) {
    if (!(fault instanceof DynamoDBServiceException)) throw fault;
    return { reason: { Code: 'ValidationError', Message: fault.message }, after: null };
  }
}
