// The Stripe SDK, set up for a function that must answer within seconds.

import Stripe from 'stripe';
import { StripeRefused, StripeUnavailable } from '../../domain/faults.ts';

export type StripeSettings = {
  apiKey: string;
  /** Where the API is, if not at Stripe. */
  apiUrl: string | null;
  /** How long one try may take. */
  timeoutMs?: number;
};

/** Pinned to the SDK's types; the webhook endpoint is to be registered with the same version. */
export const stripeApiVersion = '2026-10-28.endive';

/** Three tries and the waits between them stay below the 25 seconds that the functions have. */
const defaultTimeoutMs = 5_000;
const maxRetries = 2;

export function createStripeClient({ apiKey, apiUrl, timeoutMs = defaultTimeoutMs }: StripeSettings): Stripe {
  return new Stripe(apiKey, {
    apiVersion: stripeApiVersion,
    timeout: timeoutMs,
    maxNetworkRetries: maxRetries,
    telemetry: false,
    ...(apiUrl !== null && address(new URL(apiUrl))),
  });
}

function address(url: URL): { host: string; port: string; protocol: 'http' | 'https' } {
  const secure = url.protocol === 'https:';
  const port = url.port === '' ? (secure ? '443' : '80') : url.port;
  return { host: url.hostname, port, protocol: secure ? 'https' : 'http' };
}

/** Makes a call and tells what can be tried again from what can't. */
export async function callStripe<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call();
  } catch (fault) {
    if (!(fault instanceof Stripe.errors.StripeError)) throw fault;
    if (isTemporary(fault)) {
      throw new StripeUnavailable('Stripe can’t be reached.', (fault.statusCode ?? 0) >= 500);
    }
    const keyRefused = fault.statusCode === 401 || fault.statusCode === 403;
    throw new StripeRefused(fault.code ?? null, `Stripe refused the request (${fault.type}).`, keyRefused);
  }
}

/** Whether the session's state forbids it: Stripe gives that no code. A session that doesn't exist is a 404. */
export function isForbiddenTransition(fault: unknown): boolean {
  return fault instanceof Stripe.errors.StripeInvalidRequestError && fault.statusCode === 400;
}

function isTemporary(fault: InstanceType<typeof Stripe.errors.StripeError>): boolean {
  if (fault instanceof Stripe.errors.StripeConnectionError) return true;
  const { statusCode } = fault;
  return statusCode === undefined || statusCode === 409 || statusCode === 429 || statusCode >= 500;
}
