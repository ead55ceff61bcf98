/** Makes the API slow or failing on purpose, repeatably from a seed. */
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { nextRandom } from '../random.ts';
import type { Collection } from '../storage/store.ts';
import { StripeApiError } from './errors.ts';

export const faultSettings = z.object({
  error_rate: z.number(),
  status: z.union([z.literal(429), z.literal(500), z.literal(502), z.literal(503), z.literal(504)]),
  latency_ms: z.number(),
  seed: z.number(),
  random_state: z.number(),
});

type FaultSettings = z.output<typeof faultSettings>;

export const FAULTS_ID = 'faults';

/** Waits and fails as the settings say. Fails too if the simulator ends meanwhile. */
export async function sufferFaults(
  settings: Collection<FaultSettings>,
  stopping: AbortSignal,
): Promise<void> {
  const faults = settings.get(FAULTS_ID);
  if (!faults) return;
  if (faults.latency_ms > 0)
    await sleep(faults.latency_ms, undefined, { signal: stopping }).catch(() => undefined);
  if (stopping.aborted) throw failure(503);
  if (faults.error_rate === 0) return;
  const { value, state } = nextRandom((settings.get(FAULTS_ID) ?? faults).random_state);
  settings.put(FAULTS_ID, { ...faults, random_state: state });
  if (value < faults.error_rate) throw failure(faults.status);
}

function failure(status: FaultSettings['status']): StripeApiError {
  if (status === 429) {
    return new StripeApiError(
      429,
      {
        type: 'invalid_request_error',
        code: 'rate_limit',
        message:
          'Request rate limit exceeded. You can learn more about rate limits here https://stripe.com/docs/rate-limits.',
      },
      { 'stripe-rate-limited-reason': 'global-rate' },
    );
  }
  if (status === 500)
    return new StripeApiError(500, { type: 'api_error', message: 'An unknown error occurred.' });
  return new StripeApiError(status, {
    type: 'api_error',
    message: 'Stripe is currently unavailable. Please try again later.',
  });
}
