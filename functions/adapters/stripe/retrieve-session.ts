// Reads one session. What Stripe keeps for restricted keys is asked for with one, and left out where Stripe refuses it.

import Stripe from 'stripe';
import type { StripeSession, WantedOfSession } from '../../domain/session.ts';
import { callStripe } from './client.ts';
import { parseSession } from './parse-session.ts';

/** More submissions than any policy allows (10), so one page holds all reports of a session. */
const maxReports = 100;

/** What is expanded with the restricted key, and what any key may see of it. */
const expansions: Record<Exclude<WantedOfSession, 'state'>, { sensitive: string[]; plain: string[] }> = {
  age: { sensitive: ['verified_outputs.dob'], plain: [] },
  verified_data: {
    sensitive: [
      'verified_outputs',
      'verified_outputs.dob',
      'last_verification_report',
      'last_verification_report.document.number',
      'last_verification_report.document.expiration_date',
      'last_verification_report.document.dob',
    ],
    plain: ['verified_outputs', 'last_verification_report'],
  },
};

/** `sensitive` is the client with the restricted key. */
export async function retrieveSession(
  stripe: Stripe,
  sensitive: Stripe,
  id: string,
  wanted: WantedOfSession,
): Promise<StripeSession> {
  const answer = await callStripe(() =>
    wanted === 'state'
      ? stripe.identity.verificationSessions.retrieve(id)
      : retrieveExpanded(stripe, sensitive, id, expansions[wanted]),
  );
  const reportCount = answer.last_verification_report === null ? 0 : await countReports(stripe, id);
  return parseSession(answer, reportCount, wanted);
}

async function retrieveExpanded(
  stripe: Stripe,
  sensitive: Stripe,
  id: string,
  expand: { sensitive: string[]; plain: string[] },
): Promise<Stripe.Identity.VerificationSession> {
  try {
    return await sensitive.identity.verificationSessions.retrieve(id, { expand: expand.sensitive });
  } catch (fault) {
    // Without a restricted key, or 48 hours after the check, Stripe refuses the whole request, whatever the
    // session's status is. All but what is sensitive can be read all the same.
    if (!(fault instanceof Stripe.errors.StripePermissionError)) throw fault;
    return stripe.identity.verificationSessions.retrieve(id, { expand: expand.plain });
  }
}

async function countReports(stripe: Stripe, sessionId: string): Promise<number> {
  const reports = await callStripe(() =>
    stripe.identity.verificationReports.list({ verification_session: sessionId, limit: maxReports }),
  );
  return reports.data.length;
}
