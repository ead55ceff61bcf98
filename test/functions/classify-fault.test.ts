// Which faults go away by themselves, and what operators read of each.

import {
  ConditionalCheckFailedException,
  InternalServerError,
  ProvisionedThroughputExceededException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import type { Failure } from '../../functions/domain/failed-delivery.ts';
import {
  ConcurrentChange,
  NotSetUp,
  StorageUnavailable,
  StripeRefused,
  StripeUnavailable,
  Unreadable,
  WrongStripeKey,
} from '../../functions/domain/faults.ts';
import { classifyFault } from '../../functions/shared/classify-fault.ts';

const options = { message: 'no', $metadata: {} };
const canceledFor = (...codes: string[]) =>
  new TransactionCanceledException({ ...options, CancellationReasons: codes.map((Code) => ({ Code })) });

function errorWith(details: object): Error {
  return Object.assign(new Error('no'), details);
}

describe('a fault', () => {
  it.each<[string, unknown, Failure['kind'], string]>([
    ['Stripe down', new StripeUnavailable('down'), 'temporary', 'stripe_unavailable'],
    ['a busy customer', new ConcurrentChange(), 'temporary', 'busy'],
    ['a secret that nobody has set yet', new NotSetUp('The secret is'), 'temporary', 'not_set_up'],
    ['a key of the other mode', new WrongStripeKey('live'), 'temporary', 'stripe_key'],
    [
      'an expired key',
      new StripeRefused('api_key_expired', 'no', true),
      'temporary',
      'stripe_refused:api_key_expired',
    ],
    ['a key without the right', new StripeRefused(null, 'no', true), 'temporary', 'stripe_refused:key'],
    [
      'no such session',
      new StripeRefused('resource_missing', 'no'),
      'permanent',
      'stripe_refused:resource_missing',
    ],
    [
      'a request that Stripe doesn’t understand',
      new StripeRefused('parameter_unknown', 'no'),
      'unknown',
      'stripe_refused:parameter_unknown',
    ],
    ['a refusal without a code', new StripeRefused(null, 'no'), 'unknown', 'stripe_refused:unknown'],
    ['personal data that doesn’t open', new Unreadable('no'), 'permanent', 'unreadable'],
    ['keys left unread', new StorageUnavailable('left'), 'temporary', 'storage_unavailable'],
    ['DynamoDB failing', new InternalServerError(options), 'temporary', 'storage_unavailable'],
    [
      'DynamoDB throttling',
      new ProvisionedThroughputExceededException(options),
      'temporary',
      'storage_unavailable',
    ],
    ['a throttled transaction', canceledFor('None', 'ThrottlingError'), 'temporary', 'storage_unavailable'],
    [
      'throttling by another name',
      errorWith({ name: 'ThrottlingException' }),
      'temporary',
      'storage_unavailable',
    ],
    [
      'what the SDK would repeat',
      errorWith({ $fault: 'client', $retryable: { throttling: true } }),
      'temporary',
      'storage_unavailable',
    ],
    ['a time-out', errorWith({ name: 'TimeoutError' }), 'temporary', 'storage_unavailable'],
    ['a broken connection', errorWith({ code: 'ECONNRESET' }), 'temporary', 'storage_unavailable'],
    ['a name that can’t be resolved', errorWith({ code: 'EAI_AGAIN' }), 'temporary', 'storage_unavailable'],
    ['a transaction that is wrong', canceledFor('ValidationError'), 'unknown', 'unexpected'],
    [
      'a condition that nobody expected to fail',
      new ConditionalCheckFailedException(options),
      'unknown',
      'unexpected',
    ],
    [
      'a missing right',
      errorWith({ name: 'AccessDeniedException', $fault: 'client' }),
      'unknown',
      'unexpected',
    ],
    ['a bug', new TypeError('x is not a function'), 'unknown', 'unexpected'],
    ['what is no error', 'no', 'unknown', 'unexpected'],
    ['nothing', undefined, 'unknown', 'unexpected'],
  ])('%s', (_, fault, kind, cause) => {
    expect(classifyFault(fault)).toEqual({ kind, cause });
  });
});
