// Asks the gate whether the customer may start a trip, as the rider's app does. A block is an answer too.

import * as z from 'zod/mini';
import type { ApiClient } from '../../../../client/api-client.ts';
import type { components } from '../../../../client/api-types.ts';
import { answerOf } from '../../../api/api.ts';
import { ApiProblem } from '../../../api/failure.ts';
import type { CustomerRef } from '../customer-types.ts';

const rideBlocked = z.object({
  code: z.enum([
    'verification_required',
    'verification_pending',
    'verification_requires_input',
    'verification_failed',
    'verification_canceled',
  ]),
  identity_status: z.nullable(z.enum(['pending', 'verified', 'requires_input', 'failed', 'canceled'])),
  next_action: z.enum([
    'start_verification',
    'continue_verification',
    'retry_verification',
    'contact_support',
  ]),
});

export type RideAnswer =
  | components['schemas']['RideAllowed']
  | ({ allowed: false; checked_at: string } & z.infer<typeof rideBlocked>);

/** @throws ApiProblem, Unreachable or SessionEnded where the gate gave no answer: then nobody may ride */
export async function checkRide(
  api: ApiClient,
  { customerId, subaccountId }: CustomerRef,
): Promise<RideAnswer> {
  const call = api.POST('/api/customers/{id}/ride-check', {
    params: { path: { id: customerId }, query: { subaccount_id: subaccountId } },
  });
  try {
    return await answerOf(call);
  } catch (failure) {
    if (!(failure instanceof ApiProblem) || failure.status !== 403) throw failure;
    const blocked = rideBlocked.safeParse((await call).error);
    if (!blocked.success) throw failure;
    return { allowed: false, checked_at: new Date().toISOString(), ...blocked.data };
  }
}
