// Stripe Identity behind the IdentityProvider port.

import { createHash } from 'node:crypto';
import Stripe from 'stripe';
import type { CustomerRef } from '../../domain/customer.ts';
import { StripeRefused } from '../../domain/faults.ts';
import type { SessionRecord } from '../../domain/session.ts';
import type { IdentityProvider } from '../../use-cases/ports.ts';
import { callStripe, stripeApiVersion } from './client.ts';
import { parseSession } from './parse.ts';

/** More submissions than any policy allows (10), so one page holds all reports of a session. */
const maxReports = 100;

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

    async retrieveSession(id, { withDateOfBirth }) {
      const client = withDateOfBirth ? sensitive : stripe;
      const answer = await callStripe(() =>
        client.identity.verificationSessions.retrieve(
          id,
          withDateOfBirth ? { expand: ['verified_outputs.dob'] } : {},
        ),
      );
      const reportCount = answer.last_verification_report === null ? 0 : await countReports(id);
      return parseSession(answer, reportCount);
    },

    async cancelSession(id) {
      await callStripe(async () => {
        try {
          await sessions.cancel(id);
        } catch (fault) {
          // Canceled, verified or processing meanwhile: the next read tells which.
          if (!(fault instanceof Stripe.errors.StripeInvalidRequestError)) throw fault;
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

  async function countReports(sessionId: string): Promise<number> {
    const reports = await callStripe(() =>
      stripe.identity.verificationReports.list({ verification_session: sessionId, limit: maxReports }),
    );
    return reports.data.length;
  }
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
    metadata: {
      ridegate_subaccount_id: ref.subaccountId,
      ridegate_customer_id: ref.customerId,
      ridegate_session_number: String(number),
    },
    ...(stripeCustomerId !== null && { related_customer: stripeCustomerId }),
    ...(options.returnUrl !== null && { return_url: options.returnUrl }),
  };
}

/** One key for each claim of a session number; hashed, because a fleet's customer ids may name people. */
function idempotencyKey(ref: CustomerRef, { number, startedAtMs }: SessionRecord): string {
  const claim = JSON.stringify([ref.subaccountId, ref.customerId, number, startedAtMs]);
  return `ridegate-session-${createHash('sha256').update(claim).digest('hex')}`;
}
