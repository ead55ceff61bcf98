import * as z from 'zod';
import { identityStatuses, type Customer, type IdentityStatus } from '../domain/customer.ts';
import type { PolicyRules } from '../domain/policy.ts';
import { allowCodes, blockCodes } from '../domain/ride-gate.ts';
import { canTryAgain } from '../domain/session.ts';
import { utcTime } from './identifiers.ts';
import { problem } from './problem.ts';

export const rideAllowedJson = z
  .object({
    allowed: z.literal(true),
    code: z.enum(allowCodes),
    checked_at: utcTime,
    policy_version: z.int(),
  })
  .meta({
    id: 'RideAllowed',
    examples: [
      { allowed: true, code: 'verified', checked_at: '2026-03-01T12:00:00.000Z', policy_version: 3 },
    ],
  });

export const nextActions = [
  'start_verification',
  'continue_verification',
  'retry_verification',
  'contact_support',
] as const;
/** What the app should offer the rider. */
export type NextAction = (typeof nextActions)[number];

/** The 403 that keeps a customer from riding; `code` is one of the gate's block codes. */
export const rideBlockedProblem = problem
  .extend({
    code: z.enum(blockCodes),
    identity_status: z.enum(identityStatuses).nullable(),
    next_action: z.enum(nextActions).describe('What the app should offer the rider.'),
  })
  .meta({
    id: 'RideBlocked',
    examples: [
      {
        type: 'urn:ridegate:problem:verification_required',
        title: 'Ride blocked',
        status: 403,
        detail: 'This customer has to verify their identity before the next ride.',
        code: 'verification_required',
        request_id: 'JKJaXmPLvHcESHA=',
        identity_status: null,
        next_action: 'start_verification',
      },
    ],
  });

const nextActionByStatus: Record<Exclude<IdentityStatus, 'verified'>, NextAction> = {
  pending: 'continue_verification',
  requires_input: 'retry_verification',
  failed: 'retry_verification',
  canceled: 'start_verification',
};

/** Offers only what a request for a session would grant under the policy as it is now. */
export function nextActionFor(
  customer: Pick<Customer, 'identityStatus' | 'attemptCount' | 'lastError'>,
  policy: Pick<PolicyRules, 'maxAttempts'>,
): NextAction {
  if (!canTryAgain(customer, policy)) return 'contact_support';
  const status = customer.identityStatus;
  return status === null || status === 'verified' ? 'start_verification' : nextActionByStatus[status];
}
