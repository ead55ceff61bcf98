// What DynamoDB and its client answer instead of a result, as the SDK's own classes.

import {
  ConditionalCheckFailedException,
  InternalServerError,
  ProvisionedThroughputExceededException,
  TransactionCanceledException,
  TransactionConflictException,
  type CancellationReason,
} from '@aws-sdk/client-dynamodb';
import type { StorageCall } from './storage-hooks.ts';
import { sdkItemOf } from './attributes.ts';
import type { StoredItem } from './values.ts';

/** With the item as it is, where the request asked for it. */
export function conditionFailed(item: StoredItem | null): ConditionalCheckFailedException {
  return new ConditionalCheckFailedException({
    ...refused('The conditional request failed'),
    ...(item !== null && { Item: sdkItemOf(item) }),
  });
}

export function canceled(reasons: CancellationReason[]): TransactionCanceledException {
  const codes = reasons.map(({ Code }) => Code).join(', ');
  return new TransactionCanceledException({
    ...refused(`Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`),
    CancellationReasons: reasons,
  });
}

/** @param call for a transaction, the first of its items is the one that is in demand */
export function throttled(call: StorageCall): Error {
  const message = 'Throughput exceeds the current capacity for one or more on-demand tables.';
  return call.command === 'TransactWrite'
    ? canceled(reasonOfFirst(call, { Code: 'ThrottlingError', Message: message }))
    : new ProvisionedThroughputExceededException(refused(message));
}

/** Another transaction is in the way; of a transaction's items, at the first. */
export function conflicting(call: StorageCall): Error {
  const message = 'Transaction is ongoing for the item';
  return call.command === 'TransactWrite'
    ? canceled(reasonOfFirst(call, { Code: 'TransactionConflict', Message: message }))
    : new TransactionConflictException(refused(message));
}

export function brokenDown(): InternalServerError {
  return new InternalServerError({ ...refused('Internal server error'), $metadata: { httpStatusCode: 500 } });
}

/** As the SDK's HTTP handler says that no answer came. */
export function timedOut(): Error {
  return Object.assign(new Error('The request socket timed out.'), { name: 'TimeoutError' });
}

function reasonOfFirst(call: StorageCall, reason: CancellationReason): CancellationReason[] {
  return call.keys.map((_, index) => (index === 0 ? reason : { Code: 'None' }));
}

function refused(message: string) {
  return { message, $metadata: { httpStatusCode: 400 } };
}
