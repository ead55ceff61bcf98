import { describe, expect, it } from 'vitest';
import { born, withAge, stateOnly, withSession, type MakeIdentityHarness } from './identity-harness.ts';

/** What a session at Stripe says as it goes its way. */
export function describeReadingSessions(make: MakeIdentityHarness): void {
  describe('reading a session', () => {
    it('comes with fresh secrets while it is open', async () => {
      const { identity, id, session } = await withSession(make);

      const read = await identity.retrieveSession(id, stateOnly);

      expect(read).toMatchObject({ id, status: 'requires_input', lastError: null, reportCount: 0 });
      expect(read.clientSecret).toEqual(expect.any(String));
      expect(read.clientSecret).not.toBe(session.clientSecret);
      expect(read.url).toEqual(expect.any(String));
    });

    it('tells that Stripe is checking, without secrets', async () => {
      const { identity, id, process } = await withSession(make);

      await process(id);

      expect(await identity.retrieveSession(id, stateOnly)).toMatchObject({
        status: 'processing',
        reportCount: 0,
        clientSecret: null,
        url: null,
      });
    });

    it('tells why it failed, counts each finished check, and stays open', async () => {
      const { identity, id, reject } = await withSession(make);

      await reject(id, 'document_expired');
      const first = await identity.retrieveSession(id, stateOnly);
      await reject(id, 'selfie_face_mismatch');
      const second = await identity.retrieveSession(id, stateOnly);

      expect(first).toMatchObject({ status: 'requires_input', reportCount: 1 });
      expect(first.lastError?.code).toBe('document_expired');
      expect(second).toMatchObject({ status: 'requires_input', reportCount: 2 });
      expect(second.lastError?.code).toBe('selfie_face_mismatch');
      expect(second.clientSecret).not.toBeNull();
    });

    it('counts no check where the rider gave up before one', async () => {
      const { identity, id, abandon } = await withSession(make);

      await abandon(id);

      expect(await identity.retrieveSession(id, stateOnly)).toMatchObject({
        status: 'requires_input',
        lastError: { code: 'abandoned' },
        reportCount: 0,
      });
    });

    it('tells the date of birth of a verified one only where it is asked for', async () => {
      const { identity, id, reject, verify } = await withSession(make);
      await reject(id, 'document_expired');
      await verify(id, born);

      const plain = await identity.retrieveSession(id, stateOnly);
      const full = await identity.retrieveSession(id, withAge);

      expect(plain).toEqual({
        id,
        status: 'verified',
        lastError: null,
        reportCount: 2,
        redaction: null,
        dateOfBirth: null,
        verifiedData: null,
        clientSecret: null,
        url: null,
      });
      expect(full).toEqual({ ...plain, dateOfBirth: born });
    });

    it('knows no date of birth while nothing is verified', async () => {
      const { identity, id } = await withSession(make);

      expect((await identity.retrieveSession(id, withAge)).dateOfBirth).toBeNull();
    });

    it('tells that it was redacted, whatever its status', async () => {
      const { identity, id, verify, redact } = await withSession(make);
      await verify(id, born);

      await redact(id);

      expect(await identity.retrieveSession(id, stateOnly)).toMatchObject({
        status: 'verified',
        redaction: 'redacted',
      });
    });
  });
}
