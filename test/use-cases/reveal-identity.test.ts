// An operator sees what a customer's document told: audited first, from here or from Stripe, and never kept by that.

import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PolicyRules } from '../../functions/domain/policy.ts';
import {
  ConcurrentChange,
  Conflict,
  NotFound,
  StripeRefused,
  StripeUnavailable,
} from '../../functions/domain/faults.ts';
import { pickFields, verifiedFields } from '../../functions/domain/verified-data.ts';
import { processStripeEvent } from '../../functions/use-cases/process-stripe-event.ts';
import {
  revealIdentity,
  type RevealedIdentity,
  type RevealIdentityDeps,
  type RevealRequest,
} from '../../functions/use-cases/reveal-identity.ts';
import { requireVerification } from '../../functions/use-cases/require-verification.ts';
import { verifyManually } from '../../functions/use-cases/verify-manually.ts';
import { aPassport, aStripeEvent, nowMs } from '../support/builders.ts';
import { openHarbor, ref, type Harbor } from './harbor.ts';

const passport = aPassport();
const referencesOnly = { dataRetention: 'references_only' } as const;
const request: RevealRequest = {
  userId: 'op-1',
  reason: 'Police request 12/26',
  fields: ['firstName', 'dob'],
  images: true,
};

/** What was asked for, and no more. */
const shown = pickFields(passport, request.fields);

let harbor: Harbor;

async function verified(rules: Partial<PolicyRules> = {}): Promise<void> {
  harbor = await openHarbor(rules);
  await harbor.addRider();
  await harbor.start();
  harbor.identity.verify('vs_1', { year: 2005, month: 6, day: 15 }, passport);
  await processStripeEvent(harbor, aStripeEvent());
}

function reveal(
  asked: Partial<RevealRequest> = {},
  replaced: Partial<RevealIdentityDeps> = {},
): Promise<RevealedIdentity> {
  return revealIdentity({ ...harbor, ...replaced }, ref, { ...request, ...asked });
}

const stored = () => structuredClone(harbor.storage);
const lastEntry = () => harbor.auditOf(ref).at(-1);

describe('what is kept', () => {
  beforeEach(async () => {
    await verified({ minimumAge: 18 });
  });

  it('is shown with links to the images of its session', async () => {
    harbor.clock.advance(60_000);

    expect(await reveal()).toMatchObject({
      sessionId: 'vs_1',
      source: 'stored',
      data: shown,
      capturedAtMs: nowMs,
      images: [{ kind: 'document_front' }, { kind: 'selfie' }],
      imagesUnavailable: null,
      revealedAtMs: nowMs + 60_000,
    });
  });

  it('is in the audit trail with who saw what, and why; the customer is told nothing', async () => {
    const pushes = harbor.pushes();

    await reveal();

    expect(lastEntry()).toMatchObject({
      actor: 'operator:op-1',
      action: 'identity_revealed',
      revealed: ['identity_first_name', 'identity_dob', 'images'],
      notes: 'Police request 12/26',
    });
    expect(harbor.pushes()).toEqual(pushes);
  });

  it('asks Stripe for nothing where no images are wanted', async () => {
    const before = { ...harbor.identity.calls };

    expect(await reveal({ images: false })).toMatchObject({ images: [], imagesUnavailable: null });
    expect(harbor.identity.calls).toEqual(before);
    expect(lastEntry()?.revealed).toEqual(['identity_first_name', 'identity_dob']);
  });

  it.each([
    ['stripe_unavailable', new StripeUnavailable('down')],
    ['stripe_refused', new StripeRefused('resource_missing', 'gone')],
  ])('is shown also where Stripe gives no images: %s', async (reason, fault) => {
    harbor.identity.failWith(fault);

    expect(await reveal()).toMatchObject({ data: shown, images: [], imagesUnavailable: reason });
    expect(lastEntry()?.revealed).toEqual(['identity_first_name', 'identity_dob']);
  });

  it('comes without images where our key may not see them', async () => {
    harbor.identity.hideSensitive();

    expect(await reveal()).toMatchObject({ data: shown, images: [], imagesUnavailable: 'not_permitted' });
  });

  it('is shown while an operator has asked anew, with the session that told it', async () => {
    await requireVerification(harbor, ref, { userId: 'op-1', code: 'other', notes: null });
    await harbor.start();

    expect(await reveal()).toMatchObject({ source: 'stored', sessionId: 'vs_1', data: shown });
  });

  it('stays covered where only images are wanted', async () => {
    const load = vi.spyOn(harbor.identityData, 'load');

    expect(await reveal({ fields: [] })).toMatchObject({ source: null, data: null, sessionId: 'vs_1' });
    expect(load).toHaveBeenCalledExactlyOnceWith(ref, []);
    expect(lastEntry()?.revealed).toEqual(['images']);
  });
});

describe('the order', () => {
  beforeEach(async () => {
    await verified();
  });

  it('nothing is disclosed that could not be audited', async () => {
    const save = vi.fn(() => Promise.reject(new Error('no storage')));
    const customers = { ...harbor.customers, save };
    const before = stored();

    await expect(reveal({}, { customers })).rejects.toThrow('no storage');

    expect(save).toHaveBeenCalledTimes(1);
    expect(stored()).toEqual(before);
  });

  it('somebody else’s change in between is read again, and the look audited once', async () => {
    let isFirst = true;
    const save: typeof harbor.customers.save = async (input) => {
      if (isFirst) {
        isFirst = false;
        throw new ConcurrentChange();
      }
      return harbor.customers.save(input);
    };

    expect(await reveal({}, { customers: { ...harbor.customers, save } })).toMatchObject({ data: shown });
    expect(harbor.auditOf(ref).filter(({ action }) => action === 'identity_revealed')).toHaveLength(1);
  });

  it('what was redacted while it was read is not shown', async () => {
    let isFirst = true;
    const save: typeof harbor.customers.save = async (input) => {
      if (!isFirst) return harbor.customers.save(input);
      isFirst = false;
      const { customer } = await harbor.customers.loadContext(ref);
      const redaction = { requestedAtMs: nowMs, throughSession: 1, completedAtMs: null };
      const after = { ...customer, redaction, version: customer.version + 1 };
      const change = { after, action: 'redaction_requested', notes: null, notification: null } as const;
      const actor = { kind: 'operator', id: 'op-2' } as const;
      await harbor.customers.save({
        before: customer,
        change,
        actor,
        atMs: nowMs,
        notification: null,
        identity: null,
      });
      throw new ConcurrentChange();
    };

    await expect(reveal({}, { customers: { ...harbor.customers, save } })).rejects.toThrow(NotFound);
    expect(lastEntry()?.action).toBe('redaction_requested');
  });
});

describe('what is not kept', () => {
  beforeEach(async () => {
    await verified(referencesOnly);
  });

  it('is read from Stripe, audited, and not kept by that', async () => {
    const seen = await reveal();

    expect(seen).toMatchObject({ source: 'stripe', data: shown, capturedAtMs: null, sessionId: 'vs_1' });
    expect(await harbor.identityData.load(ref, verifiedFields)).toBeNull();
    expect(lastEntry()).toMatchObject({ action: 'identity_revealed', notes: request.reason });
    expect(JSON.stringify(harbor.auditOf(ref))).not.toContain('Jenny');
  });

  it('can’t be shown while Stripe is away, and nobody is said to have seen it', async () => {
    harbor.identity.failWith(new StripeUnavailable('down'));
    const before = stored();

    await expect(reveal()).rejects.toThrow(StripeUnavailable);
    expect(stored()).toEqual(before);
  });

  it('is gone where Stripe has redacted it', async () => {
    harbor.identity.redact('vs_1');

    await expect(reveal()).rejects.toMatchObject({ code: 'identity_data_not_found' });
  });
});

describe('there is nothing to show', () => {
  beforeEach(async () => {
    harbor = await openHarbor();
    await harbor.addRider();
  });

  it.each([true, false])('of a customer without a session (manually verified: %s)', async (isManual) => {
    if (isManual) await verifyManually(harbor, ref, { userId: 'op-1', notes: 'Seen in person.' });

    await expect(reveal()).rejects.toThrow(Conflict);
    await expect(reveal()).rejects.toMatchObject({ code: 'no_session' });
  });

  it('of a session that nobody submitted to', async () => {
    await harbor.start();
    const before = stored();

    await expect(reveal()).rejects.toMatchObject({ code: 'identity_data_not_found' });
    expect(stored()).toEqual(before);
  });

  it('but the images of a check that failed', async () => {
    await harbor.start();
    harbor.identity.reject('vs_1', 'document_unverified_other');

    const seen = await reveal();

    expect(seen).toMatchObject({ source: null, data: null, sessionId: 'vs_1', imagesUnavailable: null });
    expect(seen.images).not.toEqual([]);
    expect(lastEntry()?.revealed).toEqual(['images']);
    await expect(reveal({ images: false })).rejects.toMatchObject({ code: 'identity_data_not_found' });
  });

  it('of a customer whose data was redacted: Stripe isn’t even asked', async () => {
    harbor = await openHarbor(referencesOnly);
    const redaction = { requestedAtMs: nowMs, throughSession: 1, completedAtMs: nowMs };
    await harbor.addRider({ redaction });
    await harbor.start();
    harbor.identity.verify('vs_1', undefined, passport);
    const before = { ...harbor.identity.calls };

    await expect(reveal()).rejects.toMatchObject({ code: 'identity_data_not_found' });
    expect(harbor.identity.calls).toEqual(before);
  });
});
