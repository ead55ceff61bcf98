// What a rider says to biometrics is kept with his session, and one that asks for a selfie he declines isn't his.

import { beforeEach, describe, expect, it } from 'vitest';
import { InvalidInput, StripeUnavailable } from '../../functions/domain/faults.ts';
import type { SessionRecord } from '../../functions/domain/session.ts';
import { minuteMs, nowMs } from '../support/builders.ts';
import { openHarbor, ref, type Harbor } from './harbor.ts';

const given = { given: true, version: 'v1' };
const declined = { given: false, version: 'v1' };
const operator = { kind: 'operator', id: 'op-1' } as const;

let harbor: Harbor;

beforeEach(async () => {
  harbor = await openHarbor();
  await harbor.addRider();
});

function recordOf(number: number): Promise<SessionRecord | null> {
  return harbor.customers.loadSession(ref, number);
}

/** The entries that tell of a word, oldest first. */
function words(): unknown[] {
  return harbor
    .auditOf(ref)
    .filter(({ consent }) => consent !== null)
    .map(({ action, actor, consent }) => ({ action, actor, ...consent }));
}

/** Somebody else's start falls over between Stripe's answer and the save. */
async function fallOver(request: Parameters<typeof harbor.start>[0]): Promise<void> {
  const save = (input: Parameters<typeof harbor.customers.save>[0]) =>
    input.session === undefined ? harbor.customers.save(input) : Promise.reject(new Error('power cut'));
  const customers = { ...harbor.customers, save };
  await expect(harbor.start(request, { customers })).rejects.toThrow('power cut');
}

describe('a new session', () => {
  it('is kept without a word where none was said', async () => {
    await harbor.start();

    expect((await recordOf(1))?.consent).toBeNull();
    expect(words()).toEqual([]);
  });

  it('is kept with what the rider said, to which words, and when', async () => {
    await harbor.start({ consent: given });

    expect((await recordOf(1))?.consent).toEqual({ ...given, atMs: nowMs });
    expect(words()).toEqual([{ action: 'session_started', actor: 'rider:rider-1', ...given, atMs: nowMs }]);
  });

  it('is kept with a refusal where the policy asks for no selfie', async () => {
    await harbor.changePolicy({ requireSelfie: false });

    await harbor.start({ consent: { given: false, version: null } });

    expect((await recordOf(1))?.consent).toEqual({ given: false, version: null, atMs: nowMs });
  });

  it('of a rider who declines follows no flow, which may ask for a selfie', async () => {
    await harbor.changePolicy({ requireSelfie: false, verificationFlow: 'vf_1' });

    await harbor.start({ consent: declined });

    expect(harbor.identity.sessions()).toMatchObject([
      { options: { requireSelfie: false, verificationFlow: null } },
    ]);
  });
});

describe('an open session', () => {
  beforeEach(async () => {
    await harbor.start({ consent: given });
    harbor.clock.advance(minuteMs);
  });

  it.each([
    { says: 'the same again', consent: given },
    { says: 'the same, to no version in particular', consent: { given: true, version: null } },
    { says: 'nothing', consent: null },
  ])('stays as it is where the rider says $says', async ({ consent }) => {
    const before = structuredClone(harbor.storage);

    expect((await harbor.start({ consent })).sessionId).toBe('vs_1');

    expect(harbor.storage).toEqual(before);
  });

  it('is kept with his word to newer words, which is one change with one entry', async () => {
    const { version } = await harbor.customer();
    const newer = { given: true, version: 'v2' };

    expect((await harbor.start({ consent: newer })).sessionId).toBe('vs_1');

    expect((await recordOf(1))?.consent).toEqual({ ...newer, atMs: nowMs + minuteMs });
    expect((await harbor.customer()).version).toBe(version + 1);
    expect(harbor.auditOf(ref).at(-1)).toMatchObject({
      action: 'consent_recorded',
      before: {},
      after: {},
      consent: newer,
    });
    expect(harbor.pushes()).toEqual(['verification_required']);
  });

  it('keeps his word beside what Stripe says of the session at the same time', async () => {
    harbor.identity.reject('vs_1', 'document_expired');

    await harbor.start({ consent: { given: true, version: 'v2' } });

    expect(await recordOf(1)).toMatchObject({ consent: { version: 'v2' }, countedReports: 1 });
    expect((await harbor.customer()).attemptCount).toBe(1);
  });

  it('that an operator started is kept with what the rider says later', async () => {
    harbor = await openHarbor();
    await harbor.addRider();
    await harbor.start({ actor: operator });

    await harbor.start({ consent: given });

    expect((await recordOf(1))?.consent).toMatchObject(given);
    expect(words()).toMatchObject([{ action: 'consent_recorded', actor: 'rider:rider-1' }]);
  });
});

describe('a rider who takes his word back', () => {
  beforeEach(async () => {
    await harbor.start({ consent: given });
  });

  it('gets a session without a selfie where the policy lets him, and the other is closed', async () => {
    await harbor.changePolicy({ requireSelfie: false });

    expect((await harbor.start({ consent: declined })).sessionId).toBe('vs_2');

    expect(harbor.openSessions()).toEqual(['vs_2']);
    expect(await recordOf(1)).toMatchObject({ options: { requireSelfie: true }, consent: declined });
    expect(await recordOf(2)).toMatchObject({ options: { requireSelfie: false }, consent: declined });
    expect(words()).toMatchObject([
      { action: 'session_started', given: true },
      { action: 'consent_recorded', given: false },
      { action: 'session_started', given: false },
    ]);
  });

  it('gets none where the policy asks for a selfie, but the one that asks for it is closed', async () => {
    const start = () => harbor.start({ consent: declined });

    await expect(start()).rejects.toMatchObject({ code: 'biometric_consent_required' });
    await expect(start()).rejects.toMatchObject({ code: 'biometric_consent_required' });

    expect(harbor.openSessions()).toEqual([]);
    expect((await recordOf(1))?.consent).toMatchObject(declined);
    expect(words()).toHaveLength(2);
  });

  it('isn’t given the old session later, where we fell over before it was closed', async () => {
    await harbor.changePolicy({ requireSelfie: false });
    const cancelSession = () => Promise.reject(new StripeUnavailable('down'));
    const identity = { ...harbor.identity, cancelSession };
    await expect(harbor.start({ consent: declined }, { identity })).rejects.toThrow(StripeUnavailable);

    expect((await harbor.start()).sessionId).toBe('vs_2');
    expect(harbor.openSessions()).toEqual(['vs_2']);
  });

  it('is told to wait where Stripe is already checking', async () => {
    harbor.identity.process('vs_1');

    await expect(harbor.start({ consent: declined })).rejects.toMatchObject({
      code: 'verification_processing',
    });
  });
});

describe('a session that somebody else’s start left behind', () => {
  it('is used with what was said then, and what is said now is kept after it', async () => {
    await fallOver({ consent: null });

    expect((await harbor.start({ consent: given })).sessionId).toBe('vs_1');

    expect(harbor.identity.sessions()).toHaveLength(1);
    expect((await recordOf(1))?.consent).toMatchObject(given);
    expect(harbor.auditOf(ref).slice(-2)).toMatchObject([
      { action: 'session_started', consent: null },
      { action: 'consent_recorded', consent: given },
    ]);
  });

  it('isn’t given to a rider who declines the selfie that it asks for', async () => {
    await fallOver({ consent: given });
    await harbor.changePolicy({ requireSelfie: false });

    const { sessionId } = await harbor.start({ consent: declined });

    expect(harbor.openSessions()).toEqual([sessionId]);
    expect(harbor.identity.sessions().at(-1)).toMatchObject({
      id: sessionId,
      options: { requireSelfie: false },
    });
  });

  it('isn’t given to him either where Stripe had broken off over it', async () => {
    const createSession: typeof harbor.identity.createSession = async (...input) => {
      await harbor.identity.createSession(...input);
      throw new StripeUnavailable('502', true);
    };
    const identity = { ...harbor.identity, createSession };
    await expect(harbor.start({ consent: given }, { identity })).rejects.toThrow(StripeUnavailable);
    await harbor.changePolicy({ requireSelfie: false });

    const { sessionId } = await harbor.start({ consent: declined });

    expect(harbor.openSessions()).toEqual([sessionId]);
    expect(harbor.identity.sessions().at(-1)).toMatchObject({
      id: sessionId,
      options: { requireSelfie: false },
    });
  });
});

describe('starts at the same time, with and without consent', () => {
  it('end with one open session', async () => {
    await harbor.changePolicy({ requireSelfie: false });
    const consents = [given, declined, null, given, declined];

    await Promise.allSettled(consents.map((consent) => harbor.start({ consent })));

    expect(harbor.openSessions()).toHaveLength(1);
    const { sessionCount } = await harbor.customer();
    expect((await recordOf(sessionCount))?.sessionId).toBe(harbor.openSessions()[0]);
  });
});

describe('who speaks for the rider', () => {
  it('is not an operator', async () => {
    const before = structuredClone(harbor.storage);

    const start = harbor.start({ actor: operator, consent: given });

    await expect(start).rejects.toThrow(InvalidInput);
    await expect(start).rejects.toMatchObject({ faults: [{ path: 'biometric_consent' }] });
    expect(harbor.storage).toEqual(before);
  });

  it('is his app’s backend', async () => {
    await harbor.start({ actor: { kind: 'service', id: 'fleet' }, consent: given });

    expect(words()).toMatchObject([{ actor: 'service:fleet', ...given }]);
  });
});
