import { describe, expect, it } from 'vitest';
import {
  born,
  passport,
  stateOnly,
  withAge,
  withData,
  withSession,
  type MakeIdentityHarness,
} from './identity-harness.ts';

/** What a document told, and its images. */
export function describeIdentityDocuments(make: MakeIdentityHarness): void {
  describe('what was read from a document', () => {
    it('is told where it is asked for, with the date of birth', async () => {
      const { identity, id, verify } = await withSession(make);
      await verify(id, born, passport);

      const state = await identity.retrieveSession(id, stateOnly);
      const age = await identity.retrieveSession(id, withAge);
      const data = await identity.retrieveSession(id, withData);

      expect(state.verifiedData).toBeNull();
      expect(age).toEqual({ ...state, dateOfBirth: born });
      expect(data).toEqual({ ...state, dateOfBirth: born, verifiedData: passport });
    });

    it('is null where nothing is verified, whatever a document told', async () => {
      const { identity, id, reject, process } = await withSession(make);
      const nothing = { dateOfBirth: null, verifiedData: null };

      expect(await identity.retrieveSession(id, withData)).toMatchObject(nothing);
      await reject(id, 'document_expired');
      expect(await identity.retrieveSession(id, withData)).toMatchObject(nothing);
      await process(id);
      expect(await identity.retrieveSession(id, withData)).toMatchObject(nothing);
    });
  });

  describe('links to images', () => {
    it('are made for each image of the last submission, and live for 30 seconds', async () => {
      const { identity, id, verify } = await withSession(make);
      await verify(id, born, passport);
      const nowMs = Date.now();

      const { images, unavailable } = await identity.createImageLinks(id, nowMs);

      expect(unavailable).toBeNull();
      expect(images.map(({ kind }) => kind)).toEqual(['document_front', 'selfie']);
      expect(new Set(images.map(({ url }) => url)).size).toBe(2);
      for (const { url, expiresAtMs } of images) {
        expect(url).toMatch(/^https?:/);
        expect(expiresAtMs).toBe((Math.floor(nowMs / 1000) + 30) * 1000);
      }
    });

    it('are made for both sides of a card, and for what was rejected too', async () => {
      const card = await withSession(make);
      await card.verify(card.id, born, { ...passport, idType: 'id_card' });
      const rejected = await withSession(make);
      await rejected.reject(rejected.id, 'selfie_face_mismatch');

      const ofCard = await card.identity.createImageLinks(card.id, Date.now());
      const ofRejected = await rejected.identity.createImageLinks(rejected.id, Date.now());

      expect(ofCard.images.map(({ kind }) => kind)).toEqual(['document_front', 'document_back', 'selfie']);
      expect(ofRejected.images.length).toBeGreaterThan(0);
    });

    it('are none before a submission, and none once a redaction was asked for', async () => {
      const { identity, id, verify, finishRedaction } = await withSession(make);
      const none = { images: [], unavailable: 'none' };

      expect(await identity.createImageLinks(id, Date.now())).toEqual(none);
      await verify(id, born);
      await identity.redactSession(id);
      expect(await identity.createImageLinks(id, Date.now())).toEqual(none);
      await finishRedaction(id);
      expect(await identity.createImageLinks(id, Date.now())).toEqual(none);
    });
  });
}
