// PutItem, UpdateItem and DeleteItem.

import type { DeleteCommandInput, PutCommandInput, UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import { NotSimulated, validation } from '../invalid.ts';
import { conditionFailed } from '../refusals.ts';
import type { StoredItem } from '../values.ts';
import { deleteWrite, putWrite, updateWrite, type ItemWrite } from './item-write.ts';
import { keyName, type WriteRequest } from './request.ts';

type ReturnValues = PutCommandInput['ReturnValues'];

export function writePut(input: PutCommandInput): WriteRequest {
  requireOldOrNone(input.ReturnValues);
  return single('Put', putWrite(input), input.ReturnValues);
}

export function writeDelete(input: DeleteCommandInput): WriteRequest {
  requireOldOrNone(input.ReturnValues);
  return single('Delete', deleteWrite(input), input.ReturnValues);
}

export function writeUpdate(input: UpdateCommandInput): WriteRequest {
  if (input.ReturnValues?.startsWith('UPDATED')) throw new NotSimulated(`ReturnValues ${input.ReturnValues}`);
  return single('Update', updateWrite(input), input.ReturnValues);
}

function single(
  command: 'Put' | 'Update' | 'Delete',
  write: ItemWrite,
  returnValues: ReturnValues,
): WriteRequest {
  const { key, isAllowed, apply, tellsItem } = write;
  return {
    kind: 'write',
    call: { command, keys: [keyName(key)] },
    run: (store) => {
      const before = store.get(key);
      if (!isAllowed(before)) throw conditionFailed(tellsItem ? before : null);
      const after = apply(before);
      store.commit([{ key, after }]);
      return attributes(returnValues, before, after);
    },
  };
}

function attributes(returnValues: ReturnValues, before: StoredItem | null, after: StoredItem | null) {
  const told = returnValues === 'ALL_OLD' ? before : returnValues === 'ALL_NEW' ? after : null;
  return told === null ? {} : { Attributes: told };
}

function requireOldOrNone(returnValues: ReturnValues): void {
  if (returnValues === undefined || returnValues === 'NONE' || returnValues === 'ALL_OLD') return;
  throw validation('ReturnValues can only be ALL_OLD or NONE');
}
