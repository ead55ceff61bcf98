import { describe, expect, it } from 'vitest';
import type { RiderCustomer } from '../../../local/rider/api/rider-api.ts';
import { beforeCheckOf, isSettled, standingOf } from '../../../local/rider/flow/standing.ts';

const never: RiderCustomer = {
  identity_status: null,
  identity_attempt_count: 0,
  identity_last_error: null,
  ride_gate: { allowed: false, code: 'verification_required' },
};
const pending: RiderCustomer = {
  ...never,
  identity_status: 'pending',
  ride_gate: { allowed: false, code: 'verification_pending' },
};
const failedOnce: RiderCustomer = {
  ...never,
  identity_status: 'requires_input',
  identity_attempt_count: 1,
  identity_last_error: { code: 'selfie_face_mismatch', reason: null, message: 'Take another selfie.' },
  ride_gate: { allowed: false, code: 'verification_requires_input' },
};
const verified: RiderCustomer = {
  ...never,
  identity_status: 'verified',
  ride_gate: { allowed: true, code: 'verified' },
};

describe('the standing of a customer', () => {
  it('is what the gate says, with the next step of the last check', () => {
    expect(standingOf(verified)).toEqual({ allowed: true, code: 'verified' });
    expect(standingOf(failedOnce)).toEqual({
      allowed: false,
      block: { code: 'verification_requires_input', lastError: failedOnce.identity_last_error },
    });
  });

  it('takes a block code that this app does not know for the general one', () => {
    const strange = { ...never, ride_gate: { allowed: false, code: 'verification_on_the_moon' } };
    expect(standingOf(strange)).toMatchObject({ block: { code: 'verification_required' } });
  });
});

describe('whether a check has a result', () => {
  const beforeSecondTry = beforeCheckOf(failedOnce);

  it.each([
    ['the first try is still being checked', pending, beforeCheckOf(never), false],
    ['the first try failed', failedOnce, beforeCheckOf(never), true],
    [
      'the second try has not arrived: the first one’s error stands there',
      failedOnce,
      beforeSecondTry,
      false,
    ],
    ['the second try failed too', { ...failedOnce, identity_attempt_count: 2 }, beforeSecondTry, true],
    [
      'the rider gave up the second try',
      { ...failedOnce, identity_last_error: { code: 'abandoned', reason: null, message: 'Start again.' } },
      beforeSecondTry,
      true,
    ],
    ['nothing is known of what was before', failedOnce, null, true],
    ['it is verified', verified, beforeSecondTry, true],
    ['it was canceled', { ...pending, identity_status: 'canceled' as const }, beforeSecondTry, true],
    ['an operator lets the rider ride', { ...pending, ride_gate: verified.ride_gate }, null, true],
  ])('%s', (_case, customer, before, settled) => {
    expect(isSettled(customer, before)).toBe(settled);
  });
});
