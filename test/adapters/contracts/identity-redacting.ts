import { describe, expect, it } from 'vitest';
import { born, stateOnly, withData, withSession, type MakeIdentityHarness } from './identity-harness.ts';
import { aSession, newId, newRef } from './samples.ts';

/** What Stripe is asked to forget, and where to find all of it. */
export function describeRedactingSessions(make: MakeIdentityHarness): void {
  describe('redacting a session', () => {
    it('takes what was verified away, and keeps the status; harmless before and after Stripe is done', async () => {
      const { identity, id, verify, finishRedaction } = await withSession(make);
      await verify(id, born);

      const answers = [await identity.redactSession(id), await identity.redactSession(id)];
      const asked = await identity.retrieveSession(id, withData);
      await finishRedaction(id);
      answers.push(await identity.redactSession(id));
      const done = await identity.retrieveSession(id, withData);

      expect(answers).toEqual(['asked', 'asked', 'asked']);
      expect(asked).toMatchObject({ status: 'verified', dateOfBirth: null, verifiedData: null });
      expect(asked.redaction).not.toBeNull();
      expect(done).toEqual({ ...asked, redaction: 'redacted' });
    });

    it('cancels one that waits for input, so that nobody can use it any more', async () => {
      const { identity, id, reject, finishRedaction } = await withSession(make);
      await reject(id, 'document_expired');

      expect(await identity.redactSession(id)).toBe('asked');
      expect(await identity.retrieveSession(id, stateOnly)).toMatchObject({
        status: 'canceled',
        clientSecret: null,
        url: null,
      });
      await finishRedaction(id);
      expect(await identity.redactSession(id)).toBe('asked');
    });

    it('has to wait while Stripe is checking', async () => {
      const { identity, id, process } = await withSession(make);
      await process(id);

      expect(await identity.redactSession(id)).toBe('processing');
      expect(await identity.retrieveSession(id, stateOnly)).toMatchObject({
        status: 'processing',
        redaction: null,
      });
    });

    it('is refused for a canceled one, and one that Stripe doesn’t know is gone', async () => {
      const { identity, id } = await withSession(make);
      await identity.cancelSession(id);

      expect(await identity.redactSession(id)).toBe('refused');
      expect(await identity.redactSession(newId('vs'))).toBe('gone');
    });
  });

  describe('finding a customer’s sessions', () => {
    it('knows those of every state, newest first', async () => {
      const { identity, ref, session, ...hand } = await withSession(make);
      const others = [];
      for (const number of [2, 3, 4]) {
        others.push((await identity.createSession(ref, aSession({ number }), null)).id);
      }
      const [canceled = '', verified = '', checking = ''] = others;
      await identity.cancelSession(canceled);
      await hand.verify(verified, born);
      await hand.process(checking);

      const found = await identity.findSessions(ref);

      expect(found.map(({ id }) => id)).toEqual([checking, verified, canceled, session.id]);
      for (const { createdAtMs } of found) {
        expect(new Date(createdAtMs).getTime()).toBe(createdAtMs);
      }
    });

    it('finds none of another customer or subaccount', async () => {
      const { identity, ref } = await withSession(make);

      expect(await identity.findSessions(newRef(ref.subaccountId))).toEqual([]);
      expect(await identity.findSessions({ ...ref, subaccountId: newId('sub') })).toEqual([]);
    });

    it('finds none that was redacted: nothing says whose it was', async () => {
      const { identity, ref, id, redact } = await withSession(make);

      await redact(id);

      expect(await identity.findSessions(ref)).toEqual([]);
    });
  });
}
