// Stripe Identity behind the IdentityProvider port.

import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import Stripe from 'stripe';
import type { CustomerRef } from '../../domain/customer.ts';
import { StripeRefused } from '../../domain/faults.ts';
import type { SessionRecord } from '../../domain/session.ts';
import type { IdentityProvider } from '../../use-cases/ports/stripe.ts';
import { callStripe, stripeApiVersion } from './client.ts';
import { parseSession } from './parse.ts';

/** More submissions than any policy allows (10), so one page holds all reports of a session. */
const maxReports = 100;
const maxListed = 100;

/** `sensitive` is the client that may read dates of birth: with a restricted key, where one is set. */
export function createIdentityProvider(stripe: Stripe, sensitive: Stripe): IdentityProvider {
  const sessions = stripe.identity.verificationSessions;
  return {
    async createSession(ref, record, stripeCustomerId) {
      const answer = await callStripe(() =>
        sessions.create(creationParameters(ref, record, stripeCustomerId), {
          idempotencyKey: idempotencyKey(ref, record),
        }),
      );
      return parseSession(answer, 0);
    },

    async findOpenSession(ref, number) {
      const page = await callStripe(() =>
        sessions.list({ client_reference_id: ref.customerId, status: 'requires_input', limit: maxListed }),
      );
      const wanted = sessionMetadata(ref, number);
      const found = page.data.find((session) => isDeepStrictEqual({ ...session.metadata }, wanted));
      // Only a session that is read by itself comes with fresh secrets.
      return found === undefined ? null : retrieveSession(found.id, { withDateOfBirth: false });
    },

    retrieveSession,

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

    async createEphemeralKey(sessionId) {
      const key = await callStripe(() =>
        stripe.ephemeralKeys.create({ verification_session: sessionId }, { apiVersion: stripeApiVersion }),
      );
      if (key.secret === undefined) throw new StripeRefused(null, 'Stripe sent no ephemeral key secret.');
      return { secret: key.secret, expiresAtMs: key.expires * 1000 };
    },
  };

  async function retrieveSession(id: string, { withDateOfBirth }: { withDateOfBirth: boolean }) {
    const answer = await callStripe(() => (withDateOfBirth ? retrieveWithDateOfBirth(id) : retrieve(id)));
    const reportCount = answer.last_verification_report === null ? 0 : await countReports(id);
    return parseSession(answer, reportCount);
  }

  function retrieve(id: string) {
    return sessions.retrieve(id);
  }

  async function retrieveWithDateOfBirth(id: string) {
    try {
      return await sensitive.identity.verificationSessions.retrieve(id, { expand: ['verified_outputs.dob'] });
    } catch (fault) {
      // Without a restricted key, or 48 hours after the check, Stripe refuses the whole request, whatever
      // the session's status is. All but the date of birth can be read all the same.
      if (fault instanceof Stripe.errors.StripePermissionError) return retrieve(id);
      throw fault;
    }
  }

  async function countReports(sessionId: string): Promise<number> {
    const reports = await callStripe(() =>
      stripe.identity.verificationReports.list({ verification_session: sessionId, limit: maxReports }),
    );
    return reports.data.length;
  }
}

/** Stripe gives these no code of their own; a session that doesn't exist is a 404. */
function isForbiddenTransition(fault: unknown): boolean {
  return fault instanceof Stripe.errors.StripeInvalidRequestError && fault.statusCode === 400;
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

/** Whose session this is, for people who look at Stripe's Dashboard, and for us to find it again. */
function sessionMetadata(ref: CustomerRef, number: number): Record<string, string> {
  return {
    ridegate_subaccount_id: ref.subaccountId,
    ridegate_customer_id: ref.customerId,
    ridegate_session_number: String(number),
  };
}

/** One key for each claim of a session number; hashed, because a fleet's customer ids may name people. */
function idempotencyKey(ref: CustomerRef, { number, claimId }: SessionRecord): string {
  const claim = JSON.stringify([ref.subaccountId, ref.customerId, number, claimId]);
  return `ridegate-session-${createHash('sha256').update(claim).digest('hex')}`;
}
