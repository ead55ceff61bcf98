import { describe, expect, it } from 'vitest';
import { StripeRefused } from '../../../functions/domain/faults.ts';
import { describeClosingSessions } from './identity-closing.ts';
import { stateOnly, withAge, withData, withSession, type MakeIdentityHarness } from './identity-harness.ts';
import { describeIdentityDocuments } from './identity-documents.ts';
import { describeReadingSessions } from './identity-reading.ts';
import { describeRedactingSessions } from './identity-redacting.ts';
import { aSession, newId, newRef } from './samples.ts';

/** What every IdentityProvider promises (functions/use-cases/ports/stripe.ts). */
export function describeIdentityProvider(make: MakeIdentityHarness): void {
  describe('IdentityProvider', () => {
    describeCreatingSessions(make);
    describeReadingSessions(make);
    describeClosingSessions(make);
    describeRedactingSessions(make);
    describeIdentityDocuments(make);
    describeOtherCalls(make);
  });
}

function describeCreatingSessions(make: MakeIdentityHarness): void {
  describe('creating a session', () => {
    it('gives an open one with its secrets', async () => {
      const { session } = await withSession(make);

      expect(session).toEqual({
        id: expect.stringMatching(/^vs_/) as string,
        status: 'requires_input',
        lastError: null,
        reportCount: 0,
        redaction: null,
        dateOfBirth: null,
        verifiedData: null,
        clientSecret: expect.any(String) as string,
        url: expect.stringMatching(/^https?:/) as string,
      });
    });

    it('gives the same one for the same claim, again and at once', async () => {
      const { identity } = make();
      const ref = newRef();
      const claim = aSession();

      const created = await Promise.all(
        Array.from({ length: 10 }, () => identity.createSession(ref, claim, 'cus_1')),
      );
      const again = await identity.createSession(ref, claim, 'cus_1');

      expect(new Set([...created, again].map(({ id }) => id)).size).toBe(1);
    });

    it('gives others for other claims, numbers, customers and subaccounts', async () => {
      const { identity } = make();
      const ref = newRef();
      const claim = aSession();
      const sessions = [
        await identity.createSession(ref, claim, null),
        await identity.createSession(ref, { ...claim, claimId: newId('claim') }, null),
        await identity.createSession(ref, { ...claim, number: 2 }, null),
        await identity.createSession(newRef(ref.subaccountId), claim, null),
        await identity.createSession({ ...ref, subaccountId: newId('sub') }, claim, null),
      ];

      expect(new Set(sessions.map(({ id }) => id)).size).toBe(5);
    });

    it('refuses the same claim with other parameters', async () => {
      const { identity, ref, claim } = await withSession(make);
      const changed = { ...claim, options: { ...claim.options, requireSelfie: false } };

      await expect(identity.createSession(ref, changed, null)).rejects.toThrow(StripeRefused);
    });
  });
}

function describeOtherCalls(make: MakeIdentityHarness): void {
  it('gives an ephemeral key for a session, which lives for a while', async () => {
    const { identity, id } = await withSession(make);

    const key = await identity.createEphemeralKey(id);

    expect(key.secret).toMatch(/^ek_test_/);
    expect(new Date(key.expiresAtMs).getTime()).toBe(key.expiresAtMs);
  });

  it('refuses a session that doesn’t exist', async () => {
    const { identity } = make();
    const id = newId('vs');

    await expect(identity.retrieveSession(id, stateOnly)).rejects.toMatchObject({
      name: 'StripeRefused',
      code: 'resource_missing',
    });
    await expect(identity.retrieveSession(id, withAge)).rejects.toThrow(StripeRefused);
    await expect(identity.retrieveSession(id, withData)).rejects.toThrow(StripeRefused);
    await expect(identity.createImageLinks(id, Date.now())).rejects.toThrow(StripeRefused);
    await expect(identity.cancelSession(id)).rejects.toThrow(StripeRefused);
    await expect(identity.createEphemeralKey(id)).rejects.toThrow(StripeRefused);
  });
}
