// Who may try again, how old somebody is on a day, and which sessions may still change.

import { describe, expect, it } from 'vitest';
import { ageAt, canTryAgain, isFinalError, mayStillChange } from '../../functions/domain/session.ts';

describe('whole years between a birth and a moment, by the UTC calendar', () => {
  it.each([
    { born: '2000-03-01', on: '2018-02-28T23:59:59.999Z', age: 17 },
    { born: '2000-03-01', on: '2018-03-01T00:00:00.000Z', age: 18 },
    { born: '2000-03-01', on: '2018-12-31T23:59:59.999Z', age: 18 },
    { born: '2000-12-31', on: '2018-01-01T00:00:00.000Z', age: 17 },
    { born: '2000-01-31', on: '2018-02-01T00:00:00.000Z', age: 18 },
    { born: '2004-02-29', on: '2022-02-28T23:59:59.999Z', age: 17, why: 'a leap-day child waits for March' },
    { born: '2004-02-29', on: '2022-03-01T00:00:00.000Z', age: 18, why: 'a leap-day child in a common year' },
    { born: '2004-02-29', on: '2024-02-28T12:00:00.000Z', age: 19, why: 'the day before in a leap year' },
    { born: '2004-02-29', on: '2024-02-29T00:00:00.000Z', age: 20, why: 'the very day in a leap year' },
    { born: '1900-03-01', on: '2026-03-01T00:00:00.000Z', age: 126 },
    { born: '2026-03-01', on: '2026-03-01T12:00:00.000Z', age: 0 },
  ])('born $born, on $on: $age', ({ born, on, age }) => {
    const [year = 0, month = 0, day = 0] = born.split('-').map(Number);

    expect(ageAt({ year, month, day }, Date.parse(on))).toBe(age);
  });
});

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
