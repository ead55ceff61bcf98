import { describe, expect, it } from 'vitest';
import { born, stateOnly, withSession, type MakeIdentityHarness } from './identity-harness.ts';
import { aSession, newId, newRef } from './samples.ts';

/** Sessions that are closed, and those that are still open. */
export function describeClosingSessions(make: MakeIdentityHarness): void {
  describe('canceling a session', () => {
    it('closes an open one, and is harmless twice', async () => {
      const { identity, id } = await withSession(make);

      await identity.cancelSession(id);
      await identity.cancelSession(id);

      expect(await identity.retrieveSession(id, stateOnly)).toMatchObject({
        status: 'canceled',
        clientSecret: null,
        url: null,
      });
    });

    it('leaves one alone that is being checked, verified or redacted', async () => {
      const checking = await withSession(make);
      await checking.process(checking.id);
      await checking.identity.cancelSession(checking.id);
      const verified = await withSession(make);
      await verified.verify(verified.id, born);
      await verified.identity.cancelSession(verified.id);
      await verified.redact(verified.id);
      await verified.identity.cancelSession(verified.id);

      expect((await checking.identity.retrieveSession(checking.id, stateOnly)).status).toBe('processing');
      expect((await verified.identity.retrieveSession(verified.id, stateOnly)).status).toBe('verified');
    });
  });

  describe('finding an open session', () => {
    it('knows a customer’s by its number, with fresh secrets', async () => {
      const { identity, ref, claim, session } = await withSession(make);
      await identity.createSession(ref, aSession({ number: 2 }), null);

      const found = await identity.findOpenSession(ref, claim.number);

      expect(found).toMatchObject({ id: session.id, status: 'requires_input' });
      expect(found?.clientSecret).toEqual(expect.any(String));
      expect(found?.clientSecret).not.toBe(session.clientSecret);
    });

    it('finds none of another number, customer or subaccount', async () => {
      const { identity, ref } = await withSession(make);

      expect(await identity.findOpenSession(ref, 2)).toBeNull();
      expect(await identity.findOpenSession(newRef(ref.subaccountId), 1)).toBeNull();
      expect(await identity.findOpenSession({ ...ref, subaccountId: newId('sub') }, 1)).toBeNull();
    });

    it('finds none that is over or being checked', async () => {
      const canceled = await withSession(make);
      await canceled.identity.cancelSession(canceled.id);
      const verified = await withSession(make);
      await verified.verify(verified.id, born);
      const checking = await withSession(make);
      await checking.process(checking.id);

      for (const { identity, ref } of [canceled, verified, checking]) {
        expect(await identity.findOpenSession(ref, 1)).toBeNull();
      }
    });
  });
}
