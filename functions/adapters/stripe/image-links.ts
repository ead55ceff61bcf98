// Short-lived links to the images of a session's last submission. Nothing of them is kept here.
// https://docs.stripe.com/identity/access-verification-results#document-and-face-images

import Stripe from 'stripe';
import type { ImageLink, ImageLinks } from '../../use-cases/ports/stripe.ts';
import { callStripe } from './client.ts';
import { parseImages } from './parse-session.ts';

/** As long as Stripe advises: enough to load them once. */
const linkLifeSeconds = 30;

/** `sensitive` is the client with the restricted key: no other key may link images. */
export async function createImageLinks(
  sensitive: Stripe,
  sessionId: string,
  nowMs: number,
): Promise<ImageLinks> {
  const expiresAt = Math.floor(nowMs / 1000) + linkLifeSeconds;
  return callStripe(async () => {
    try {
      const files = await imagesOf(sensitive, sessionId);
      const links = await Promise.all(files.map((file) => linkTo(sensitive, file, expiresAt)));
      const images = links.filter((link) => link !== null);
      return { images, unavailable: images.length === 0 ? 'none' : null };
    } catch (fault) {
      if (fault instanceof Stripe.errors.StripePermissionError)
        return { images: [], unavailable: 'not_permitted' };
      throw fault;
    }
  });
}

type Image = { kind: ImageLink['kind']; file: string };

/** The photo of the document beside the face is mostly one of its sides: nobody needs to see it twice. */
async function imagesOf(sensitive: Stripe, sessionId: string): Promise<Image[]> {
  const session = await sensitive.identity.verificationSessions.retrieve(sessionId, {
    expand: ['last_verification_report'],
  });
  const { documentFront, documentBack, selfie, documentPhoto } = parseImages(session);
  const byFile = new Map<string, ImageLink['kind']>();
  const add = (kind: ImageLink['kind'], file: string | null): void => {
    if (file !== null && !byFile.has(file)) byFile.set(file, kind);
  };
  add('document_front', documentFront);
  add('document_back', documentBack);
  add('selfie', selfie);
  add('document_photo', documentPhoto);
  return Array.from(byFile, ([file, kind]) => ({ kind, file }));
}

/** Null for an image that is gone: redacted since its session was read, or too old. */
async function linkTo(
  sensitive: Stripe,
  { kind, file }: Image,
  expiresAt: number,
): Promise<ImageLink | null> {
  try {
    const link = await sensitive.fileLinks.create({ file, expires_at: expiresAt });
    return link.url === null ? null : { kind, url: link.url, expiresAtMs: expiresAt * 1000 };
  } catch (fault) {
    if (fault instanceof Stripe.errors.StripeInvalidRequestError && fault.code === 'resource_missing')
      return null;
    throw fault;
  }
}
