// Asks Stripe to remove a session's personal data. https://docs.stripe.com/api/identity/verification_sessions/redact

import type Stripe from 'stripe';
import { StripeRefused } from '../../domain/faults.ts';
import type { RedactionAnswer } from '../../use-cases/ports/stripe.ts';
import { callStripe, isForbiddenTransition } from './client.ts';

/** Stripe redacts what is open or verified. It gives its refusals no code, so the session tells why it refused. */
export async function redactSession(stripe: Stripe, id: string): Promise<RedactionAnswer> {
  try {
    if (await beginRedaction(stripe, id)) return 'asked';
    const session = await callStripe(() => stripe.identity.verificationSessions.retrieve(id));
    if (session.redaction != null) return 'asked';
    // Of any other status, Stripe was checking a moment ago.
    return session.status === 'canceled' ? 'refused' : 'processing';
  } catch (fault) {
    if (fault instanceof StripeRefused && fault.code === 'resource_missing') return 'gone';
    throw fault;
  }
}

/** False where the session's state forbids it. */
function beginRedaction(stripe: Stripe, id: string): Promise<boolean> {
  return callStripe(async () => {
    try {
      await stripe.identity.verificationSessions.redact(id);
      return true;
    } catch (fault) {
      if (isForbiddenTransition(fault)) return false;
      throw fault;
    }
  });
}
