// Which words are new, and which sessions ask for what was declined.

import { describe, expect, it } from 'vitest';
import {
  asksForDeclinedSelfie,
  isNewConsent,
  recordConsent,
} from '../../functions/domain/biometric-consent.ts';
import { sessionOptions } from '../../functions/domain/session.ts';
import { aPendingCustomer, aPolicy, aSessionRecord, minuteMs, nowMs } from '../support/builders.ts';

const yes = (version: string | null) => ({ given: true, version });
const no = (version: string | null) => ({ given: false, version });

describe('a word is new', () => {
  it.each([
    { kept: null, said: null, isNew: false },
    { kept: null, said: yes(null), isNew: true },
    { kept: null, said: no(null), isNew: true },
    { kept: yes('v1'), said: null, isNew: false },
    { kept: yes('v1'), said: yes('v1'), isNew: false },
    { kept: yes('v1'), said: yes(null), isNew: false },
    { kept: yes(null), said: yes('v1'), isNew: true },
    { kept: yes('v1'), said: yes('v2'), isNew: true },
    { kept: yes('v1'), said: no('v1'), isNew: true },
    { kept: yes('v1'), said: no(null), isNew: true },
    { kept: no('v1'), said: yes(null), isNew: true },
  ])('after $kept: $said → $isNew', ({ kept, said, isNew }) => {
    expect(isNewConsent(kept && { ...kept, atMs: nowMs }, said)).toBe(isNew);
  });
});

describe('a session asks for a selfie that was declined', () => {
  it.each([
    { rules: { requireSelfie: true }, consent: no(null), asks: true },
    { rules: { requireSelfie: true }, consent: yes(null), asks: false },
    { rules: { requireSelfie: true }, consent: null, asks: false },
    { rules: { requireSelfie: false }, consent: no(null), asks: false },
    // A flow may ask for one.
    { rules: { requireSelfie: false, verificationFlow: 'vf_1' }, consent: no(null), asks: true },
    { rules: { requireSelfie: false, verificationFlow: 'vf_1' }, consent: yes(null), asks: false },
  ])('$rules, $consent → $asks', ({ rules, consent, asks }) => {
    const options = sessionOptions(aPolicy(rules), null);
    const record = aSessionRecord({ options, consent: consent && { ...consent, atMs: nowMs } });

    expect(asksForDeclinedSelfie(record)).toBe(asks);
  });

  it('is not what a session of a rider is made with who declines it at once', () => {
    const policy = aPolicy({ requireSelfie: false, verificationFlow: 'vf_1' });
    const options = sessionOptions(policy, null, true);

    const consent = { ...no(null), atMs: nowMs };
    expect(asksForDeclinedSelfie(aSessionRecord({ options, consent }))).toBe(false);
  });
});

it('a word is kept with its time, in a version of its own that changes nothing else', () => {
  const customer = aPendingCustomer();
  const record = aSessionRecord({ consent: { ...yes('v1'), atMs: nowMs - minuteMs } });

  const heard = recordConsent(customer, record, yes('v2'), nowMs);

  const consent = { ...yes('v2'), atMs: nowMs };
  expect(heard.record).toEqual({ ...record, consent });
  expect(heard.change).toEqual({
    after: { ...customer, version: customer.version + 1 },
    action: 'consent_recorded',
    notes: null,
    notification: null,
    consent,
  });
});
