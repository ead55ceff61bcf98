// What a verification leaves behind of the document, and where: nowhere but where it is kept.

import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Customer } from '../../functions/domain/customer.ts';
import type { PolicyRules } from '../../functions/domain/policy.ts';
import { verifiedFields } from '../../functions/domain/verified-data.ts';
import type { CustomerSave } from '../../functions/use-cases/ports/customer-repository.ts';
import type { KeptIdentity } from '../../functions/use-cases/ports/identity-data.ts';
import { processStripeEvent, type ProcessEventDeps } from '../../functions/use-cases/process-stripe-event.ts';
import { requireVerification } from '../../functions/use-cases/require-verification.ts';
import { aPassport, aStripeEvent, nowMs } from '../support/builders.ts';
import { openHarbor, ref, type Harbor } from './harbor.ts';

const born = { year: 2005, month: 6, day: 15 };
const passport = aPassport();
const referencesOnly = { dataRetention: 'references_only' } as const;

let harbor: Harbor;

/** A harbor in which the rider has just opened his first session, `vs_1`. */
async function open(rules: Partial<PolicyRules> = {}, rider: Partial<Customer> = {}): Promise<void> {
  harbor = await openHarbor(rules);
  await harbor.addRider(rider);
  await harbor.start();
}

/** The rider verifies with his passport, and Stripe's word of it comes in. */
async function verify(sessionId = 'vs_1', replaced: Partial<ProcessEventDeps> = {}): Promise<void> {
  harbor.identity.verify(sessionId, born, passport);
  const event = aStripeEvent({ eventId: `evt_${sessionId}`, objectId: sessionId });
  await processStripeEvent({ ...harbor, ...replaced }, event);
}

const kept = (): Promise<KeptIdentity | null> => harbor.identityData.load(ref, verifiedFields);

const requireAnew = () =>
  requireVerification(harbor, ref, { userId: 'op-1', code: 'account_change', notes: null });

describe('a verification under verified_fields', () => {
  beforeEach(async () => {
    await open({ minimumAge: 18 });
  });

  it('keeps what the document told, with its session and the time', async () => {
    await verify();

    expect(await kept()).toEqual({ data: passport, sessionId: 'vs_1', capturedAtMs: nowMs });
    expect((await harbor.customer()).ageClaims).toEqual({ over18: true, overMinimumAge: true });
  });

  it('takes the place of an earlier one', async () => {
    await verify();
    await requireAnew();
    expect((await kept())?.sessionId).toBe('vs_1');
    await harbor.start();
    await verify('vs_2');

    expect((await kept())?.sessionId).toBe('vs_2');
  });

  it('keeps what any key may see where there is no restricted one', async () => {
    await open();
    harbor.identity.hideSensitive();
    await verify();

    expect((await kept())?.data).toEqual({ ...passport, dob: null, idNumber: null, expirationDate: null });
    expect((await harbor.customer()).ageClaims).toBeNull();
  });

  it('writes nothing of the document into customer, audit trail, push or session', async () => {
    await verify();
    const { identities, ...rest } = harbor.storage;
    const elsewhere = JSON.stringify(rest, (_, value: unknown) =>
      value instanceof Map || value instanceof Set ? [...(value as Iterable<unknown>)] : value,
    );

    expect(identities.size).toBe(1);
    for (const value of ['Jenny', 'Rosen', '2005', 'Townsend', passport.idNumber, passport.expirationDate]) {
      expect(elsewhere).not.toContain(value);
    }
  });
});

describe('a verification under references_only', () => {
  it('keeps nothing, and asks Stripe for nothing', async () => {
    await open(referencesOnly);
    const read = vi.spyOn(harbor.identity, 'retrieveSession');
    await verify();

    expect(read.mock.calls).toEqual([['vs_1', { wanted: 'state' }]]);
    expect(await kept()).toBeNull();
    expect(await harbor.customer()).toMatchObject({ identityStatus: 'verified', ageClaims: null });
  });

  it('keeps whether the rider is old enough, where that is asked', async () => {
    await open({ ...referencesOnly, minimumAge: 21 });
    harbor.identity.verify('vs_1', { ...born, year: 2004 }, passport);
    await processStripeEvent(harbor, aStripeEvent());

    expect((await harbor.customer()).ageClaims).toEqual({ over18: true, overMinimumAge: true });
    expect(await kept()).toBeNull();
  });

  it('takes away what an earlier one left', async () => {
    await open();
    await verify();
    await requireAnew();
    await harbor.changePolicy(referencesOnly);
    await harbor.start();
    await verify('vs_2');

    expect(await kept()).toBeNull();
  });
});

describe('a check that verified nobody', () => {
  it('of somebody too young keeps nothing of him', async () => {
    await open({ minimumAge: 21 });
    await verify();

    expect(await harbor.customer()).toMatchObject({
      identityStatus: 'failed',
      lastError: { code: 'under_minimum_age' },
      ageClaims: null,
    });
    expect(await kept()).toBeNull();
    expect(JSON.stringify(harbor.auditOf(ref))).not.toContain('2005');
  });

  it('leaves what an earlier verification left', async () => {
    await open();
    await verify();
    await requireAnew();
    await harbor.start();
    harbor.identity.reject('vs_2', 'document_expired');
    await processStripeEvent(harbor, aStripeEvent({ eventId: 'evt_2', objectId: 'vs_2' }));

    expect((await kept())?.sessionId).toBe('vs_1');
  });
});

describe('a session that a redaction took in', () => {
  it('verifies, and leaves nothing', async () => {
    const redaction = { requestedAtMs: nowMs, throughSession: 1, completedAtMs: nowMs };
    await open({}, { redaction });
    await verify();

    expect(await harbor.customer()).toMatchObject({ identityStatus: 'verified', ageClaims: null });
    expect(await kept()).toBeNull();
  });
});

describe('the day on which the document expires', () => {
  async function savedExpiry(): Promise<CustomerSave['documentExpiry'][]> {
    const saves: CustomerSave[] = [];
    const save: typeof harbor.customers.save = (input) => {
      saves.push(input);
      return harbor.customers.save(input);
    };
    await verify('vs_1', { customers: { ...harbor.customers, save } });
    return saves.map(({ documentExpiry }) => documentExpiry);
  }

  it.each<[string, Partial<PolicyRules>, { expiresOn: string | null } | null]>([
    ['is kept where riders are reminded', { documentExpiryReminders: true }, { expiresOn: '2031-03-14' }],
    [
      'is kept where riders verify again, also under references_only',
      { ...referencesOnly, documentExpiryReverification: true },
      { expiresOn: '2031-03-14' },
    ],
    ['is taken away where nobody acts on it', {}, null],
  ])('%s', async (_, rules, expiry) => {
    await open(rules);

    expect(await savedExpiry()).toEqual([expiry]);
    if (rules.dataRetention === 'references_only') expect(await kept()).toBeNull();
  });
});
