// Who may try again, and which sessions may still change.

import { describe, expect, it } from 'vitest';
import { canTryAgain, isFinalError, mayStillChange } from '../../functions/domain/session.ts';

describe('errors after which another try can’t help', () => {
  it.each(['under_supported_age', 'country_not_supported', 'under_minimum_age', 'age_unconfirmed'])(
    '%s',
    (code) => {
      expect(isFinalError({ code, reason: null })).toBe(true);
    },
  );

  it.each(['document_expired', 'abandoned', 'consent_declined', 'code_of_next_year'])('not %s', (code) => {
    expect(isFinalError({ code, reason: null })).toBe(false);
  });

  it('not the absence of an error', () => {
    expect(isFinalError(null)).toBe(false);
  });
});

describe('another try is given', () => {
  const expired = { code: 'document_expired', reason: null };
  const tooYoung = { code: 'under_supported_age', reason: null };

  it.each([
    { attempts: 0, status: null, error: null, may: true, when: 'to who never tried' },
    { attempts: 2, status: 'requires_input', error: expired, may: true, when: 'while attempts are left' },
    { attempts: 3, status: 'failed', error: expired, may: false, when: 'not after the last attempt' },
    { attempts: 1, status: 'failed', error: tooYoung, may: false, when: 'not after an error for good' },
    {
      attempts: 2,
      status: 'failed',
      error: expired,
      may: true,
      when: 'once the policy allows more attempts',
    },
    { attempts: 1, status: 'pending', error: tooYoung, may: true, when: 'where the status has moved on' },
  ] as const)('$when', ({ attempts, status, error, may }) => {
    const customer = { attemptCount: attempts, identityStatus: status, lastError: error };

    expect(canTryAgain(customer, { maxAttempts: 3 })).toBe(may);
  });
});

describe('a session may still change', () => {
  it.each([
    ['requires_input', true],
    ['processing', true],
    ['verified', false],
    ['canceled', false],
    [null, false],
  ] as const)('given it is %s: %s', (status, expected) => {
    expect(mayStillChange(status)).toBe(expected);
  });
});
