// What the customer's record tells the app: whether a ride would be allowed, and whether a check has come to its end.
import * as z from 'zod';
import type { RiderCustomer } from '../api/rider-api.ts';
import { blockCodes } from '../../../functions/domain/ride-gate.ts';
import type { Standing } from './ride-flow.ts';

const blockCode = z.enum(blockCodes).catch('verification_required');

export function standingOf({ ride_gate, identity_last_error }: RiderCustomer): Standing {
  if (ride_gate.allowed) return { allowed: true, code: ride_gate.code };
  return {
    allowed: false,
    block: { code: blockCode.parse(ride_gate.code), lastError: identity_last_error },
  };
}

/** What the record said before the rider left for a check; the result is what differs from it. */
export const beforeCheck = z.object({ attempts: z.int(), errorCode: z.string().nullable() });
export type BeforeCheck = z.infer<typeof beforeCheck>;

export function beforeCheckOf(customer: RiderCustomer): BeforeCheck {
  return {
    attempts: customer.identity_attempt_count,
    errorCode: customer.identity_last_error?.code ?? null,
  };
}

/**
 * Whether the check that the rider left for has a result. A second try starts out as `requires_input` with the
 * first one's error, so the status alone doesn't tell.
 */
export function isSettled(customer: RiderCustomer, before: BeforeCheck | null): boolean {
  if (customer.ride_gate.allowed) return true;
  switch (customer.identity_status) {
    case 'verified':
    case 'failed':
    case 'canceled':
      return true;
    case 'requires_input': {
      const now = beforeCheckOf(customer);
      return before === null || now.attempts !== before.attempts || now.errorCode !== before.errorCode;
    }
    case 'pending':
    case null:
      return false;
  }
}
