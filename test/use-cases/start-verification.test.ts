// A session is given out, made, or refused.

import { beforeEach, describe, expect, it } from 'vitest';
import { requireVerification } from '../../functions/use-cases/require-verification.ts';
import { cleared, dayMs, minuteMs, nowMs, requiredByOperator, requiredByRisk } from '../support/builders.ts';
import { openHarbor, ref, type Harbor } from './harbor.ts';

let harbor: Harbor;

beforeEach(async () => {
  harbor = await openHarbor();
});

describe('a first session', () => {
  it('is made with the policy’s options, and the customer is pending', async () => {
    await harbor.changePolicy({
      allowedDocumentTypes: ['passport'],
      requireLiveCapture: false,
      verificationFlow: 'vf_1',
    });
    await harbor.addRider({ stripeCustomerId: 'cus_1' });

    await harbor.start({ returnUrl: 'https://fleet.example/done' });

    expect(harbor.identity.sessions()).toMatchObject([
      {
        ref,
        number: 1,
        stripeCustomerId: 'cus_1',
        options: {
          allowedDocumentTypes: ['passport'],
          requireSelfie: true,
          requireLiveCapture: false,
          verificationFlow: 'vf_1',
          returnUrl: 'https://fleet.example/done',
        },
      },
    ]);
    expect(await harbor.customer()).toMatchObject({
      identityStatus: 'pending',
      session: { id: 'vs_1', number: 1 },
      sessionCount: 1,
    });
    expect(await harbor.customers.findByStripeSession('vs_1')).toEqual({ ref, number: 1 });
  });

  it('flags for good a customer whom the policy treats as required, with one push', async () => {
    await harbor.addRider();

    await harbor.start();

    expect((await harbor.customer()).requirement).toMatchObject({
      state: 'required',
      reason: { kind: 'subaccount_policy' },
    });
    expect(harbor.outboxOf(ref).map(({ kind }) => kind)).toEqual(['verification_required']);
    expect(harbor.auditOf(ref).map(({ action }) => action)).toEqual([
      'customer_created',
      'requirement_raised',
      'session_started',
    ]);
  });

  it('lives as long as the first of its secrets', async () => {
    await harbor.addRider();
    const key = (expiresAtMs: number) => ({
      identity: {
        ...harbor.identity,
        createEphemeralKey: () => Promise.resolve({ secret: 'ek', expiresAtMs }),
      },
    });

    expect((await harbor.start({}, key(nowMs + minuteMs))).expiresAtMs).toBe(nowMs + minuteMs);
    expect((await harbor.start({}, key(nowMs + 7 * dayMs))).expiresAtMs).toBe(nowMs + dayMs);
  });
});

describe('an open session', () => {
  beforeEach(async () => {
    await harbor.addRider();
  });

  it('is given out again with fresh secrets, and nothing is written', async () => {
    const first = await harbor.start();
    const before = structuredClone(harbor.storage);

    const second = await harbor.start();

    expect(second.sessionId).toBe(first.sessionId);
    expect(second.clientSecret).not.toBe(first.clientSecret);
    expect(harbor.storage).toEqual(before);
  });

  it('is one, for fifty calls at once', async () => {
    const started = await Promise.all(Array.from({ length: 50 }, () => harbor.start()));

    expect(new Set(started.map(({ sessionId }) => sessionId))).toEqual(new Set(['vs_1']));
    expect(harbor.identity.sessions()).toHaveLength(1);
    expect(harbor.auditOf(ref).filter(({ action }) => action === 'session_started')).toHaveLength(1);
    expect(harbor.outboxOf(ref)).toHaveLength(1);
  });

  it('that was refused by Stripe is used for the next try; the attempt is counted on the way', async () => {
    await harbor.start();
    harbor.identity.reject('vs_1', 'document_expired');

    expect((await harbor.start()).sessionId).toBe('vs_1');
    expect(await harbor.customer()).toMatchObject({ identityStatus: 'requires_input', attemptCount: 1 });
  });
});

describe('a session that is over', () => {
  beforeEach(async () => {
    await harbor.addRider();
    await harbor.start();
  });

  it('in processing: 409, and the customer waits', async () => {
    harbor.identity.process('vs_1');

    await expect(harbor.start()).rejects.toMatchObject({ name: 'Conflict', code: 'verification_processing' });
    expect((await harbor.customer()).identityStatus).toBe('pending');
  });

  it('verified: it is applied, told, and answered with 409', async () => {
    harbor.identity.verify('vs_1');

    await expect(harbor.start()).rejects.toMatchObject({ name: 'Conflict', code: 'already_verified' });
    expect((await harbor.customer()).identityStatus).toBe('verified');
    expect(harbor.outboxOf(ref).at(-1)?.kind).toBe('verified');
    expect(harbor.auditOf(ref).at(-1)?.actor).toBe('rider:rider-1');
  });

  it('canceled: a second one is made', async () => {
    await harbor.identity.cancelSession('vs_1');

    expect((await harbor.start()).sessionId).toBe('vs_2');
    expect(await harbor.customer()).toMatchObject({
      identityStatus: 'pending',
      session: { id: 'vs_2', number: 2 },
      sessionCount: 2,
    });
  });

  it('redacted: a second one is made', async () => {
    harbor.identity.redact('vs_1');

    expect((await harbor.start()).sessionId).toBe('vs_2');
  });

  it('redacted, though Stripe still calls it open: it is not given out', async () => {
    const identity = {
      ...harbor.identity,
      retrieveSession: async (...input: Parameters<typeof harbor.identity.retrieveSession>) => ({
        ...(await harbor.identity.retrieveSession(...input)),
        redaction: 'processing' as const,
      }),
    };

    expect((await harbor.start({}, { identity })).sessionId).toBe('vs_2');
  });
});

describe('the last attempt', () => {
  beforeEach(async () => {
    await harbor.changePolicy({ maxAttempts: 1 });
    await harbor.addRider();
    await harbor.start();
    harbor.identity.reject('vs_1', 'document_expired');
  });

  it('that Stripe finished but nobody told us of: 403, and the session is closed at Stripe', async () => {
    await expect(harbor.start()).rejects.toMatchObject({ name: 'Forbidden', code: 'attempt_limit_reached' });

    expect(await harbor.customer()).toMatchObject({ identityStatus: 'failed', attemptCount: 1 });
    expect(harbor.openSessions()).toEqual([]);
  });

  it('is followed by another once the policy gives more', async () => {
    await expect(harbor.start()).rejects.toThrow();
    await harbor.changePolicy({ maxAttempts: 2 });

    expect((await harbor.start()).sessionId).toBe('vs_2');
  });

  it('is followed by others once an operator asks anew', async () => {
    await expect(harbor.start()).rejects.toThrow();
    await requireVerification(harbor, ref, { userId: 'op-1', code: 'support_request', notes: null });

    expect((await harbor.start()).sessionId).toBe('vs_2');
    expect((await harbor.customer()).attemptCount).toBe(0);
  });
});

describe('an operator who asks anew', () => {
  beforeEach(async () => {
    await harbor.addRider();
    await harbor.start();
    await requireVerification(harbor, ref, { userId: 'op-1', code: 'suspected_fraud', notes: null });
  });

  it('makes the earlier session void: it is closed at Stripe before another is made', async () => {
    expect((await harbor.start()).sessionId).toBe('vs_2');
    expect(harbor.openSessions()).toEqual(['vs_2']);
  });

  it('is answered with a session only when Stripe has finished the earlier one', async () => {
    harbor.identity.process('vs_1');

    await expect(harbor.start()).rejects.toMatchObject({ name: 'Conflict', code: 'verification_processing' });
    expect(harbor.identity.sessions()).toHaveLength(1);
  });

  it('is not satisfied by the earlier session, also where that was verified', async () => {
    harbor.identity.verify('vs_1');

    expect((await harbor.start()).sessionId).toBe('vs_2');
    expect((await harbor.customer()).identityStatus).toBe('pending');
  });
});

describe('no session is needed', () => {
  it.each([
    { who: 'was cleared', rules: {}, is: { requirement: cleared } },
    { who: 'is exempt', rules: { exemptCustomersCreatedBeforeMs: nowMs }, is: {} },
    { who: 'nobody asks', rules: { verificationMode: 'risk_based' }, is: {} },
    {
      who: 'lives under mode disabled',
      rules: { verificationMode: 'disabled' },
      is: { requirement: requiredByRisk },
    },
  ] as const)('by a customer who $who', async ({ rules, is }) => {
    await harbor.changePolicy(rules);
    await harbor.addRider({ ...is });

    await expect(harbor.start()).rejects.toMatchObject({
      name: 'Conflict',
      code: 'verification_not_required',
    });
    expect(harbor.identity.sessions()).toEqual([]);
  });

  it('but by one whom an operator asked, in mode disabled too', async () => {
    await harbor.changePolicy({ verificationMode: 'disabled' });
    await harbor.addRider({ requirement: requiredByOperator() });

    await expect(harbor.start()).resolves.toMatchObject({ sessionId: 'vs_1' });
  });
});

describe('a rider who declines biometrics', () => {
  beforeEach(async () => {
    await harbor.addRider();
  });

  it('gets no session where the policy asks for a selfie, and nothing is written', async () => {
    const before = structuredClone(harbor.storage);

    await expect(harbor.start({ consent: { given: false, version: null } })).rejects.toMatchObject({
      code: 'biometric_consent_required',
    });
    expect(harbor.storage).toEqual(before);
  });

  it('gets one without a selfie where the policy asks for none', async () => {
    await harbor.changePolicy({ requireSelfie: false });

    await harbor.start({ consent: { given: false, version: null } });

    expect(harbor.identity.sessions()).toMatchObject([{ options: { requireSelfie: false } }]);
  });

  it('is not sent back into a selfie that an earlier policy asked for', async () => {
    await harbor.start();
    await harbor.changePolicy({ requireSelfie: false });

    const { sessionId } = await harbor.start({ consent: { given: false, version: null } });

    expect(harbor.openSessions()).toEqual([sessionId]);
    expect(harbor.identity.sessions().at(-1)).toMatchObject({
      id: sessionId,
      options: { requireSelfie: false },
    });
  });
});
