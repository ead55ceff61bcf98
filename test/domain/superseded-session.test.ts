// What a session that no longer counts, or one of a verified customer, may still change.

import { describe, expect, it } from 'vitest';
import type { Customer } from '../../functions/domain/customer.ts';
import { mustCloseAtStripe } from '../../functions/domain/superseded-session.ts';
import type { SessionRecord, StripeSession } from '../../functions/domain/session.ts';
import { aPendingCustomer, aSession, aSessionRecord, dayMs, nowMs } from '../support/builders.ts';
import { expired, outcomeOf } from './session-outcome-of.ts';

describe('a superseded session', () => {
  const second = {
    session: { id: 'vs_2', number: 2 },
    sessionCount: 2,
    epoch: 2,
  } satisfies Partial<Customer>;
  const ofThisEpoch = { number: 1, epoch: 2, sessionId: 'vs_1' };
  const ofAnEarlierEpoch = { number: 1, epoch: 1, sessionId: 'vs_1' };

  it.each(['requires_input', 'processing', 'canceled'] as const)('that is %s changes nothing', (status) => {
    const session = { status, lastError: status === 'requires_input' ? expired : null, reportCount: 1 };

    expect(outcomeOf(session, { customer: second, record: ofThisEpoch })).toBeNull();
  });

  it('verifies the customer where it was created after the current requirement', () => {
    const change = outcomeOf(
      { status: 'verified', reportCount: 1 },
      { customer: second, record: ofThisEpoch },
    );

    expect(change?.after.identityStatus).toBe('verified');
  });

  it('verifies nobody where it was created before the current requirement', () => {
    const change = outcomeOf(
      { status: 'verified', reportCount: 1 },
      { customer: second, record: ofAnEarlierEpoch },
    );

    expect(change).toBeNull();
  });

  it('that verified the customer is the one that counts: what then becomes of the other is ignored', () => {
    const verified = outcomeOf(
      { status: 'verified', reportCount: 1 },
      { customer: second, record: ofThisEpoch },
    );

    const other = outcomeOf(
      { id: 'vs_2', lastError: expired, reportCount: 1 },
      { customer: verified?.after ?? {}, record: { number: 2, epoch: 2, sessionId: 'vs_2' } },
    );

    expect(verified?.after.session).toEqual({ id: 'vs_1', number: 1 });
    expect(other).toBeNull();
  });
});

describe('a verified customer', () => {
  const verified = {
    identityStatus: 'verified',
    verifiedAtMs: nowMs - dayMs,
    requirement: { state: 'none' },
    attemptCount: 1,
  } satisfies Partial<Customer>;
  const byOperator = { manualVerification: { by: 'u_1', atMs: nowMs - dayMs, version: 1 } };

  it('loses the verification where a reviewer at Stripe overrides the very session', () => {
    const change = outcomeOf(
      { lastError: expired, reportCount: 1 },
      { customer: verified, record: { countedReports: 1 } },
    );

    expect(change?.after).toMatchObject({
      identityStatus: 'requires_input',
      verifiedAtMs: null,
      lastError: expired,
      attemptCount: 1,
    });
  });

  it('loses it also where the reviewer canceled the session before we looked', () => {
    const change = outcomeOf({ status: 'canceled' }, { customer: verified });

    expect(change?.after).toMatchObject({ identityStatus: 'canceled', verifiedAtMs: null });
  });

  it.each<Partial<StripeSession>>([{ lastError: expired, reportCount: 1 }, { status: 'canceled' }])(
    'is required to verify anew after %j, so that he can’t ride while his next try is checked',
    (overridden) => {
      const change = outcomeOf(overridden, { customer: verified });
      const retrying = outcomeOf({ status: 'processing' }, { customer: change?.after ?? {} });

      expect(change).toMatchObject({
        notification: 'verification_required',
        after: { requirement: { state: 'required', atMs: nowMs, reason: { kind: 'operator_request' } } },
      });
      expect(retrying?.after).toMatchObject({
        identityStatus: 'pending',
        requirement: { state: 'required' },
      });
    },
  );

  it.each<Partial<StripeSession>>([{ status: 'processing' }, { status: 'requires_input', lastError: null }])(
    'keeps the verification through %j',
    (session) => {
      expect(outcomeOf(session, { customer: verified })).toBeNull();
    },
  );

  it.each<Partial<StripeSession>>([
    { status: 'verified', reportCount: 1 },
    { status: 'requires_input', lastError: expired, reportCount: 1 },
    { status: 'canceled' },
    { status: 'processing' },
  ])('whom an operator verified keeps it through %j of an older session', (session) => {
    expect(outcomeOf(session, { customer: { ...verified, ...byOperator } })).toBeNull();
  });
});

describe('a session that must be closed at Stripe', () => {
  const failed = aPendingCustomer({ identityStatus: 'failed' });

  it('is the current one that still waits for input after the customer failed', () => {
    expect(mustCloseAtStripe(failed, aSessionRecord(), aSession())).toBe(true);
  });

  it.each([{ number: 1 }, { number: 7 }])(
    'is closed where the customer is verified: session $number',
    (record) => {
      const verified = aPendingCustomer({ identityStatus: 'verified' });

      expect(mustCloseAtStripe(verified, aSessionRecord(record), aSession())).toBe(true);
    },
  );

  it('is one from before an operator asked anew, as it can no longer count', () => {
    const askedAnew = aPendingCustomer({ identityStatus: null, session: null, epoch: 2 });

    expect(mustCloseAtStripe(askedAnew, aSessionRecord({ epoch: 1 }), aSession())).toBe(true);
  });

  it.each<{
    why: string;
    customer?: Customer;
    record?: Partial<SessionRecord>;
    session?: Partial<StripeSession>;
  }>([
    { why: 'the customer may try again', customer: aPendingCustomer({ identityStatus: 'requires_input' }) },
    { why: 'it is another session', record: { number: 7 } },
    { why: 'a risk was found while it is under way', customer: aPendingCustomer({ epoch: 2 }) },
    { why: 'it is canceled already', session: { status: 'canceled' } },
    { why: 'Stripe is still checking', session: { status: 'processing' } },
  ])('is not one where $why', ({ customer = failed, record = {}, session = {} }) => {
    expect(mustCloseAtStripe(customer, aSessionRecord(record), aSession(session))).toBe(false);
  });
});
