import { describe, expect, it } from 'vitest';
import { actorOf, systemWorker } from '../../../console/pages/customer/timeline/actors.ts';
import { looks, lookOf, sentenceOf } from '../../../console/pages/customer/timeline/sentences.ts';
import { kindsIn, kindsOf, narrowed } from '../../../console/pages/customer/timeline/timeline-kinds.ts';
import { customerActions } from '../../../functions/domain/customer-change.ts';
import { entryOf } from './entries.ts';

describe('the sentence of an entry', () => {
  it('there is one for every action of the audit trail', () => {
    expect(Object.keys(looks).sort()).toEqual([...customerActions].sort());
  });

  it('of a risk that asked for verification has its reason', () => {
    const entry = entryOf({
      action: 'requirement_raised',
      after: { identity_verification_required_reason: 'risk_threshold_exceeded:75>=50' },
    });

    expect(sentenceOf(entry)).toMatchObject({
      key: 'requirement_raised',
      reason: 'risk_threshold_exceeded:75>=50',
    });
  });

  it.each([
    ['customer_created', { identity_verification_required: true }, 'customer_created_required'],
    ['customer_created', { identity_verification_required: false }, 'customer_created'],
    ['risk_assessed', { stripe_risk_score: null, stripe_risk_level: 'unknown' }, 'risk_unscored'],
    ['risk_assessed', { stripe_risk_score: 10, stripe_risk_level: 'normal' }, 'risk_assessed'],
    [
      'identity_failed',
      { identity_last_error: { code: 'document_expired', reason: null } },
      'identity_failed',
    ],
    ['identity_failed', { identity_status: 'failed' }, 'identity_failed_again'],
    ['identity_requires_input', { identity_attempt_count: 2 }, 'identity_requires_input_again'],
    ['sent_to_the_moon', {}, 'other'],
  ])('of %s with %j is “%s”’s', (action, after, key) => {
    expect(sentenceOf(entryOf({ action, after })).key).toBe(key);
  });

  it('tells agreeing from declining', () => {
    const consent = { version: '1', at: '2026-03-01T12:00:00.000Z' };
    const entry = (given: boolean) =>
      entryOf({ action: 'consent_recorded', biometric_consent: { given, ...consent } });

    expect(sentenceOf(entry(true)).key).toBe('consent_recorded');
    expect(sentenceOf(entry(false)).key).toBe('consent_declined');
  });
});

describe('the kinds of an entry', () => {
  it.each([
    [
      'a failed check that Stripe told of',
      {
        action: 'identity_failed',
        actor: 'stripe:evt_1',
        notification: { id: 'n', kind: 'another_try_needed' as const },
      },
      ['attempts', 'pushes', 'webhooks'],
    ],
    [
      'a charge that asked for verification',
      { action: 'requirement_raised', actor: 'stripe:evt_1', after: { stripe_charge_id: 'ch_1' } },
      ['charges', 'webhooks'],
    ],
    ['a reveal', { action: 'identity_revealed', revealed: ['images'] }, ['operators', 'reveals']],
    ['a signup', { action: 'customer_created', actor: 'service:app' }, []],
  ])('%s', (_name, fields, kinds) => {
    expect(kindsOf(entryOf(fields))).toEqual(kinds);
  });

  it('narrow the timeline down to any of those that were chosen', () => {
    const reveal = entryOf({ version: 3, action: 'identity_revealed', revealed: ['images'] });
    const failed = entryOf({ version: 2, action: 'identity_failed', actor: 'stripe:evt_1' });
    const created = entryOf({ actor: 'service:app' });
    const entries = [reveal, failed, created];

    expect(narrowed(entries, [])).toEqual(entries);
    expect(narrowed(entries, ['attempts', 'reveals'])).toEqual([reveal, failed]);
  });

  it('are read from an address, without what is none', () => {
    expect(kindsIn('charges,nonsense,attempts')).toEqual(['attempts', 'charges']);
    expect(kindsIn(null)).toEqual([]);
  });
});

describe('the look of an entry', () => {
  it('is known for every action, and plain for others', () => {
    expect(Object.keys(looks).map((action) => lookOf({ action }))).not.toContain(undefined);
    expect(lookOf({ action: 'sent_to_the_moon' })).toBe('other');
  });
});

describe('who acted', () => {
  it.each([
    ['operator:op-1', { kind: 'you', id: 'op-1' }],
    ['operator:op-2', { kind: 'operator', id: 'op-2' }],
    ['stripe:evt_1', { kind: 'stripe', id: 'evt_1' }],
    ['rider:a:b', { kind: 'rider', id: 'a:b' }],
    ['nobody', { kind: 'other', id: 'nobody' }],
  ])('%s', (name, actor) => {
    expect(actorOf(name, 'op-1')).toEqual(actor);
  });

  it('of RideGate’s workers those without a name of their own apply a policy', () => {
    expect(systemWorker('retention')).toBe('retention');
    expect(systemWorker('0190c8a2')).toBe('policy');
  });
});
