/** Errors in the shape in which Stripe answers them. */

interface StripeErrorBody {
  type: 'invalid_request_error' | 'idempotency_error' | 'api_error';
  message: string;
  code?: string;
  param?: string;
  doc_url?: string;
}

/** Thrown anywhere, answered once by the server. */
export class StripeApiError extends Error {
  readonly statusCode: number;
  readonly body: { error: StripeErrorBody };
  readonly headers: Record<string, string>;

  constructor(statusCode: number, error: StripeErrorBody, headers: Record<string, string> = {}) {
    super(error.message);
    const docs = error.code && {
      doc_url: `https://stripe.com/docs/error-codes/${error.code.replaceAll('_', '-')}`,
    };
    this.statusCode = statusCode;
    this.body = { error: { ...error, ...docs } };
    this.headers = headers;
  }
}

/** A request that can't be done as it stands; `code` and `param` only where Stripe has them. */
export function invalidRequest(
  message: string,
  details: { code?: string; param?: string } = {},
): StripeApiError {
  return new StripeApiError(400, { type: 'invalid_request_error', message, ...details });
}

/** No such object: 404 where the path names it, 400 where a parameter does. */
export function resourceMissing(what: string, id: string, param = 'id'): StripeApiError {
  return new StripeApiError(param === 'id' ? 404 : 400, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No such ${what}: '${id}'`,
    param,
  });
}

export function permissionDenied(message: string): StripeApiError {
  return new StripeApiError(403, { type: 'invalid_request_error', message });
}
