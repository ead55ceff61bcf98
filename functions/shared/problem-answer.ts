// The one place where faults become HTTP answers (RFC 9457).

import type { HttpAnswer } from '../contracts/http-event.ts';
import type { Problem } from '../contracts/problem.ts';
import {
  ConcurrentChange,
  Conflict,
  Forbidden,
  InvalidInput,
  NotFound,
  StripeRefused,
  StripeUnavailable,
  Unreadable,
} from '../domain/faults.ts';
import { privateHeaders } from './answer-headers.ts';

/** The request body is over the limit. */
export class BodyTooLarge extends Error {
  override name = 'BodyTooLarge';
}

type Mapped = Pick<Problem, 'status' | 'code' | 'title' | 'detail'> & {
  errors?: Problem['errors'];
  retryAfterSeconds?: number;
};

/** Faults that bring their own code and say for themselves what is wrong. */
const codedFaults = [
  { fault: Forbidden, status: 403, title: 'Forbidden' },
  { fault: NotFound, status: 404, title: 'Not found' },
  { fault: Conflict, status: 409, title: 'Conflict' },
] as const;

/** Faults of what stands behind us; the caller may come back after a while. */
const retryableFaults = [
  {
    fault: ConcurrentChange,
    status: 503,
    code: 'busy',
    title: 'Busy',
    detail: 'The same is being changed by others right now. Please try again.',
    retryAfterSeconds: 2,
  },
  {
    fault: StripeUnavailable,
    status: 503,
    code: 'stripe_unavailable',
    title: 'Stripe unavailable',
    detail: 'Stripe can’t be reached right now. Please try again.',
    retryAfterSeconds: 30,
  },
  {
    fault: StripeRefused,
    status: 502,
    code: 'stripe_refused',
    title: 'Stripe refused',
    detail: 'Stripe refused the request. If it keeps doing so, please ask support.',
    retryAfterSeconds: 30,
  },
] as const;

const internalError: Mapped = {
  status: 500,
  code: 'internal_error',
  title: 'Internal error',
  detail: 'Something went wrong on our side. Please try again.',
};

const unreadable: Mapped = {
  status: 500,
  code: 'data_unreadable',
  title: 'Data unreadable',
  detail:
    'What is kept of this customer can’t be opened: the key that it was sealed with is missing, or it was changed. ' +
    'Trying again won’t help; please tell whoever runs RideGate.',
};

function mapFault(fault: unknown): Mapped {
  if (fault instanceof Unreadable) return unreadable;
  if (fault instanceof InvalidInput) {
    const errors = fault.faults.map(({ path, message }) => ({ path, message }));
    return { status: 400, code: 'invalid_request', title: 'Invalid request', detail: fault.message, errors };
  }
  if (fault instanceof BodyTooLarge) {
    return { status: 413, code: 'body_too_large', title: 'Body too large', detail: fault.message };
  }
  for (const { fault: kind, status, title } of codedFaults) {
    if (fault instanceof kind) return { status, code: fault.code, title, detail: fault.message };
  }
  const retryable = retryableFaults.find(({ fault: kind }) => fault instanceof kind);
  if (retryable === undefined) return internalError;
  const { fault: kind, ...mapped } = retryable;
  return mapped;
}

/** The answer to a fault; what isn't known is a 500 that says nothing of its cause. */
export function problemAnswer(fault: unknown, requestId: string): HttpAnswer {
  const { retryAfterSeconds, ...mapped } = mapFault(fault);
  const answer = problemJson(mapped, requestId);
  if (retryAfterSeconds === undefined) return answer;
  return { ...answer, headers: { ...answer.headers, 'retry-after': String(retryAfterSeconds) } };
}

/** A problem with members of its own beside the standard ones. */
export function problemJson(
  mapped: Omit<Problem, 'type' | 'request_id'> & Record<string, unknown>,
  requestId: string,
): HttpAnswer {
  const body = { type: `urn:ridegate:problem:${mapped.code}`, ...mapped, request_id: requestId };
  return {
    statusCode: mapped.status,
    headers: { ...privateHeaders, 'content-type': 'application/problem+json' },
    body: JSON.stringify(body),
  };
}
