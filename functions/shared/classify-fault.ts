// What a fault means for an event that failed with it: the one place that tells what goes away by itself.

import * as z from 'zod';
import type { Failure } from '../domain/failed-delivery.ts';
import {
  ConcurrentChange,
  NotSetUp,
  StorageUnavailable,
  StripeRefused,
  StripeUnavailable,
  Unreadable,
  WrongStripeKey,
} from '../domain/faults.ts';

export function classifyFault(fault: unknown): Failure {
  if (fault instanceof StripeUnavailable) return { kind: 'temporary', cause: 'stripe_unavailable' };
  if (fault instanceof ConcurrentChange) return { kind: 'temporary', cause: 'busy' };
  // Until an operator has set the right key; then nothing is left for him to redrive.
  if (fault instanceof NotSetUp) return { kind: 'temporary', cause: 'not_set_up' };
  if (fault instanceof WrongStripeKey) return { kind: 'temporary', cause: 'stripe_key' };
  if (fault instanceof StripeRefused) return { kind: refusalKind(fault), cause: refusalCause(fault) };
  if (fault instanceof Unreadable) return { kind: 'permanent', cause: 'unreadable' };
  if (fault instanceof StorageUnavailable || isAwsTrouble(fault)) {
    return { kind: 'temporary', cause: 'storage_unavailable' };
  }
  return { kind: 'unknown', cause: 'unexpected' };
}

function refusalKind({ code, keyRefused }: StripeRefused): Failure['kind'] {
  // A key is being replaced, or was given too few rights: events wait until somebody has mended that.
  if (keyRefused) return 'temporary';
  return code === 'resource_missing' ? 'permanent' : 'unknown';
}

function refusalCause({ code, keyRefused }: StripeRefused): string {
  return `stripe_refused:${code ?? (keyRefused ? 'key' : 'unknown')}`;
}

/**
 * What AWS's SDK throws where its own retries did not help: throttled, broken off, or not reached at all.
 * https://github.com/smithy-lang/smithy-typescript/tree/main/packages/service-error-classification
 */
const awsFault = z.object({
  name: z.string(),
  code: z.unknown().optional(),
  $fault: z.unknown().optional(),
  $retryable: z.unknown().optional(),
  CancellationReasons: z.array(z.object({ Code: z.string().optional() })).catch([]),
});

const troubleCodes = new Set([
  'LimitExceededException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'RequestTimeout',
  'RequestTimeoutException',
  'ThrottledException',
  'Throttling',
  'ThrottlingException',
  'TimeoutError',
  'TooManyRequestsException',
  'TransactionInProgressException',
  // In the reasons of a canceled transaction.
  'ProvisionedThroughputExceeded',
  'ThrottlingError',
  // Of the network.
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

function isAwsTrouble(fault: unknown): boolean {
  const parsed = awsFault.safeParse(fault);
  if (!parsed.success) return false;
  const { name, code, $fault, $retryable, CancellationReasons } = parsed.data;
  const codes = [name, code, ...CancellationReasons.map(({ Code }) => Code)];
  return (
    $fault === 'server' ||
    $retryable !== undefined ||
    codes.some((one) => typeof one === 'string' && troubleCodes.has(one))
  );
}
