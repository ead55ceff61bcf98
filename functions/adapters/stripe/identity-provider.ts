// Stripe Identity behind the IdentityProvider port.

import { createHash } from 'node:crypto';
import type Stripe from 'stripe';
import type { CustomerRef } from '../../domain/customer.ts';
import { StripeRefused } from '../../domain/faults.ts';
import type { SessionRecord } from '../../domain/session.ts';
import type { IdentityProvider } from '../../use-cases/ports/stripe.ts';
import { callStripe, isForbiddenTransition, stripeApiVersion } from './client.ts';
import { createImageLinks } from './image-links.ts';
import { parseSession } from './parse-session.ts';
import { redactSession } from './redact-session.ts';
import { retrieveSession } from './retrieve-session.ts';
import { findOpenSession, findSessions, sessionMetadata } from './session-lists.ts';

/** `sensitive` is the client that may read what Stripe keeps for restricted keys: with one, where one is set. */
export function createIdentityProvider(stripe: Stripe, sensitive: Stripe): IdentityProvider {
  const sessions = stripe.identity.verificationSessions;
  return {
    async createSession(ref, record, stripeCustomerId) {
      const answer = await callStripe(() =>
        sessions.create(creationParameters(ref, record, stripeCustomerId), {
          idempotencyKey: idempotencyKey(ref, record),
        }),
      );
      return parseSession(answer, 0, 'state');
    },

    async findOpenSession(ref, number) {
      const id = await findOpenSession(stripe, ref, number);
      // Only a session that is read by itself comes with fresh secrets.
      return id === null ? null : retrieveSession(stripe, sensitive, id, 'state');
    },

    findSessions: (ref) => findSessions(stripe, ref),

    retrieveSession: (id, { wanted }) => retrieveSession(stripe, sensitive, id, wanted),

    async cancelSession(id) {
      await callStripe(async () => {
        try {
          await sessions.cancel(id);
        } catch (fault) {
          // Canceled, verified or processing meanwhile: the next read tells which.
          if (!isForbiddenTransition(fault)) throw fault;
        }
      });
    },

    redactSession: (id) => redactSession(stripe, id),

    createImageLinks: (sessionId, nowMs) => createImageLinks(sensitive, sessionId, nowMs),

    async createEphemeralKey(sessionId) {
      const key = await callStripe(() =>
        stripe.ephemeralKeys.create({ verification_session: sessionId }, { apiVersion: stripeApiVersion }),
      );
      if (key.secret === undefined) throw new StripeRefused(null, 'Stripe sent no ephemeral key secret.');
      return { secret: key.secret, expiresAtMs: key.expires * 1000 };
    },
  };
}

function creationParameters(
  ref: CustomerRef,
  { number, options }: SessionRecord,
  stripeCustomerId: string | null,
): Stripe.Identity.VerificationSessionCreateParams {
  return {
    ...(options.verificationFlow === null
      ? {
          type: 'document',
          options: {
            document: {
              allowed_types: [...options.allowedDocumentTypes],
              require_live_capture: options.requireLiveCapture,
              require_matching_selfie: options.requireSelfie,
            },
          },
        }
      : { verification_flow: options.verificationFlow }),
    client_reference_id: ref.customerId,
    metadata: sessionMetadata(ref, number),
    ...(stripeCustomerId !== null && { related_customer: stripeCustomerId }),
    ...(options.returnUrl !== null && { return_url: options.returnUrl }),
  };
}

/** One key for each claim of a session number; hashed, because a fleet's customer ids may name people. */
function idempotencyKey(ref: CustomerRef, { number, claimId }: SessionRecord): string {
  const claim = JSON.stringify([ref.subaccountId, ref.customerId, number, claimId]);
  return `ridegate-session-${createHash('sha256').update(claim).digest('hex')}`;
}
