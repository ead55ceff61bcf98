// What a session's state at Stripe does to its customer.

import { describe, expect, it } from 'vitest';
import type { Customer } from '../../functions/domain/customer.ts';
import type { StripeSession } from '../../functions/domain/session.ts';
import { cleared, dayMs, nowMs } from '../support/builders.ts';
import { expired, outcomeOf } from './session-outcome-of.ts';

describe('what Stripe says, state by state', () => {
  it('just created (requires_input, no last_error) → pending', () => {
    expect(outcomeOf({}, { customer: { identityStatus: null } })).toMatchObject({
      action: 'session_pending',
      notification: null,
      after: { identityStatus: 'pending', identityStatusAtMs: nowMs, attemptCount: 0 },
    });
  });

  it('processing → pending', () => {
    const change = outcomeOf({ status: 'processing' }, { customer: { identityStatus: 'requires_input' } });

    expect(change).toMatchObject({ action: 'session_pending', after: { identityStatus: 'pending' } });
  });

  it('verified → verified: the requirement goes off, the moment is noted, the push goes out', () => {
    expect(outcomeOf({ status: 'verified', reportCount: 1 })).toMatchObject({
      action: 'identity_verified',
      notification: 'verified',
      after: {
        version: 4,
        identityStatus: 'verified',
        verifiedAtMs: nowMs,
        requirement: { state: 'none' },
        attemptCount: 1,
        lastError: null,
      },
    });
  });

  it('requires_input with last_error, attempts left → requires_input, and “another try” is pushed', () => {
    expect(outcomeOf({ lastError: expired, reportCount: 1 })).toMatchObject({
      action: 'identity_requires_input',
      notification: 'another_try_needed',
      after: { identityStatus: 'requires_input', lastError: expired, attemptCount: 1, verifiedAtMs: null },
    });
  });

  it('requires_input with last_error, no attempts left → failed, without a push that asks for another try', () => {
    expect(outcomeOf({ lastError: expired, reportCount: 3 })).toMatchObject({
      action: 'identity_failed',
      notification: null,
      after: { identityStatus: 'failed', lastError: expired, attemptCount: 3 },
    });
  });

  it.each(['under_supported_age', 'country_not_supported'])('%s → failed at the first attempt', (code) => {
    expect(outcomeOf({ lastError: { code, reason: null }, reportCount: 1 })).toMatchObject({
      action: 'identity_failed',
      notification: null,
      after: { identityStatus: 'failed', lastError: { code }, attemptCount: 1 },
    });
  });

  it('verified by Stripe but younger than the minimum age → failed, last error under_minimum_age', () => {
    const dateOfBirth = { year: 2008, month: 3, day: 2 };

    const change = outcomeOf({ status: 'verified', reportCount: 1, dateOfBirth }, { minimumAge: 18 });

    expect(change).toMatchObject({
      action: 'identity_failed',
      notification: null,
      after: { identityStatus: 'failed', lastError: { code: 'under_minimum_age', reason: null } },
    });
    expect(change?.after.requirement.state).toBe('required');
  });

  it('canceled, not by redaction → canceled', () => {
    expect(outcomeOf({ status: 'canceled' })).toMatchObject({
      action: 'identity_canceled',
      notification: null,
      after: { identityStatus: 'canceled' },
    });
  });

  it.each(['verified', 'canceled', 'requires_input'] as const)(
    'redacted (and %s) → the status is kept',
    (status) => {
      expect(outcomeOf({ status, redaction: 'redacted', lastError: expired, reportCount: 1 })).toBeNull();
    },
  );
});

describe('the minimum age', () => {
  it('calls nobody too young whose date of birth can’t be seen', () => {
    const change = outcomeOf({ status: 'verified', dateOfBirth: null, reportCount: 1 }, { minimumAge: 18 });

    expect(change?.after).toMatchObject({
      identityStatus: 'failed',
      lastError: { code: 'age_unconfirmed', reason: null },
    });
  });

  it.each([
    { born: { year: 2008, month: 3, day: 1 }, status: 'verified', when: 'on the birthday itself' },
    { born: { year: 2008, month: 3, day: 2 }, status: 'failed', when: 'the day before the birthday' },
    { born: { year: 1970, month: 1, day: 1 }, status: 'verified', when: 'long after' },
    { born: null, status: 'failed', when: 'where the date of birth can’t be seen' },
  ])('18: $status $when', ({ born, status }) => {
    const change = outcomeOf({ status: 'verified', dateOfBirth: born, reportCount: 1 }, { minimumAge: 18 });

    expect(change?.after.identityStatus).toBe(status);
  });

  it('none: a date of birth plays no part', () => {
    expect(outcomeOf({ status: 'verified', dateOfBirth: null })?.after.identityStatus).toBe('verified');
  });
});

describe('attempts are finished checks, not sessions', () => {
  it('counts each new report once, however many events tell of it', () => {
    const seen = {
      customer: { identityStatus: 'requires_input', attemptCount: 1, lastError: expired },
    } as const;

    expect(
      outcomeOf({ lastError: expired, reportCount: 1 }, { ...seen, record: { countedReports: 1 } }),
    ).toBeNull();
    expect(
      outcomeOf({ lastError: expired, reportCount: 2 }, { ...seen, record: { countedReports: 1 } })?.after
        .attemptCount,
    ).toBe(2);
  });

  it('adds the reports of a second session to those of the first', () => {
    const change = outcomeOf(
      { id: 'vs_2', lastError: expired, reportCount: 1 },
      {
        customer: { session: { id: 'vs_2', number: 2 }, sessionCount: 2, attemptCount: 2 },
        record: { number: 2, sessionId: 'vs_2' },
      },
    );

    expect(change?.after).toMatchObject({ attemptCount: 3, identityStatus: 'failed' });
  });

  it('does not count a check that was abandoned, for which Stripe made no report', () => {
    const change = outcomeOf({ lastError: { code: 'abandoned', reason: null }, reportCount: 0 });

    expect(change?.after).toMatchObject({ identityStatus: 'requires_input', attemptCount: 0 });
  });
});

describe('what is told twice changes nothing the second time', () => {
  it.each<{ state: string; session: Partial<StripeSession>; customer: Partial<Customer> }>([
    { state: 'pending', session: { status: 'processing' }, customer: { identityStatus: 'pending' } },
    { state: 'canceled', session: { status: 'canceled' }, customer: { identityStatus: 'canceled' } },
    {
      state: 'verified',
      session: { status: 'verified', reportCount: 1 },
      customer: { identityStatus: 'verified', verifiedAtMs: nowMs - dayMs, requirement: { state: 'none' } },
    },
  ])('$state', ({ session, customer }) => {
    expect(outcomeOf(session, { customer, record: { countedReports: session.reportCount ?? 0 } })).toBeNull();
  });

  it('but another error is shown, also of a check that Stripe made no report of', () => {
    const consentDeclined = { code: 'consent_declined', reason: null };
    const change = outcomeOf(
      { lastError: consentDeclined, reportCount: 1 },
      {
        customer: { identityStatus: 'requires_input', attemptCount: 1, lastError: expired },
        record: { countedReports: 1 },
      },
    );

    expect(change?.after).toMatchObject({ identityStatus: 'requires_input', lastError: consentDeclined });
  });

  it('failed is not turned into canceled by the cancellation that follows it', () => {
    expect(outcomeOf({ status: 'canceled' }, { customer: { identityStatus: 'failed' } })).toBeNull();
  });
});

describe('a requirement that an operator cleared', () => {
  it.each<{ session: Partial<StripeSession>; status: string }>([
    { session: { status: 'canceled' }, status: 'canceled' },
    { session: { lastError: expired, reportCount: 1 }, status: 'requires_input' },
  ])('stays cleared when a session under way becomes $status', ({ session, status }) => {
    const change = outcomeOf(session, { customer: { requirement: cleared } });

    expect(change?.after).toMatchObject({ identityStatus: status, requirement: cleared });
  });
});
