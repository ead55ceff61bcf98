// A rider of Harbor with an open session, whose data is to be removed: the scene of the redactions' tests.

import type { Redaction } from '../../functions/domain/customer.ts';
import { verifiedFields } from '../../functions/domain/verified-data.ts';
import type { CustomerContext } from '../../functions/use-cases/ports/customer-repository.ts';
import type { KeptIdentity } from '../../functions/use-cases/ports/identity-data.ts';
import type { ContinueRedactionDeps } from '../../functions/use-cases/continue-redaction.ts';
import { processStripeEvent } from '../../functions/use-cases/process-stripe-event.ts';
import { redactCustomer } from '../../functions/use-cases/redact-customer.ts';
import { requireVerification } from '../../functions/use-cases/require-verification.ts';
import { aStripeEvent } from '../support/builders.ts';
import { openHarbor, ref, type Harbor } from './harbor.ts';

export const operator = { userId: 'op-1', notes: 'He closed his account.' };
export const born = { year: 1990, month: 2, day: 28 };

/** An operator asks for it, on these ports. */
export function redactOn(
  deps: ContinueRedactionDeps,
  by = operator,
): Promise<{ context: CustomerContext; fault: unknown }> {
  return redactCustomer({ ...deps, identity: () => Promise.resolve(deps.identity) }, ref, by);
}

export type RedactionScene = Harbor & {
  /** Stripe tells of a session. */
  told: (sessionId?: string, eventId?: string) => Promise<void>;
  /** The rider verifies, and Stripe tells of it. */
  verified: (sessionId?: string) => Promise<void>;
  /** An operator asks anew, and the rider starts another session. */
  startAnother: () => Promise<string>;
  redact: (by?: typeof operator) => ReturnType<typeof redactOn>;
  redaction: () => Promise<Redaction | null>;
  kept: () => Promise<KeptIdentity | null>;
  atStripe: (id: string) => ReturnType<Harbor['identity']['sessions']>[number] | undefined;
  /** What the audit trail tells of, oldest first. */
  actions: () => string[];
};

export async function openRedactionScene(): Promise<RedactionScene> {
  const harbor = await openHarbor();
  let events = 0;
  await harbor.addRider();
  await harbor.start();
  const told: RedactionScene['told'] = async (objectId = 'vs_1', eventId = `evt_${(events += 1)}`) => {
    await processStripeEvent(harbor, aStripeEvent({ eventId, objectId }));
  };
  return {
    ...harbor,
    told,
    verified: async (sessionId = 'vs_1') => {
      harbor.identity.verify(sessionId, born);
      await told(sessionId);
    },
    startAnother: async () => {
      await requireVerification(harbor, ref, { userId: 'op-1', code: 'other', notes: 'Asked again.' });
      return (await harbor.start()).sessionId;
    },
    redact: (by) => redactOn(harbor, by),
    redaction: async () => (await harbor.customer()).redaction,
    kept: () => harbor.identityData.load(ref, verifiedFields),
    atStripe: (id) => harbor.identity.sessions().find((session) => session.id === id),
    actions: () => harbor.auditOf(ref).map(({ action }) => action),
  };
}
