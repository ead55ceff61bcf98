import type { Actor } from '../domain/actor.ts';
import { customerRef } from '../domain/customer.ts';
import { decideIdentityRedacted } from '../domain/redaction.ts';
import type { StripeSession } from '../domain/session.ts';
import type { CustomerContext } from './ports/customer-repository.ts';
import type { RedactionLeftovers } from './ports/redaction.ts';
import { saveChange, type SaveDeps } from './save-change.ts';

/**
 * Stripe redacted a session: what is kept of it goes here too. After a redaction of our own nothing is; it is when
 * somebody had it redacted in Stripe's Dashboard. @throws ConcurrentChange, DuplicateEvent
 */
export async function applyRedactedSession(
  deps: SaveDeps & { leftovers: RedactionLeftovers },
  context: CustomerContext,
  session: Pick<StripeSession, 'id'>,
  cause: { actor: Actor; eventId: string },
): Promise<CustomerContext> {
  const source = await deps.leftovers.identitySessionId(customerRef(context.customer));
  if (source !== session.id) {
    await deps.customers.markEventProcessed(cause.eventId, deps.clock.nowMs());
    return context;
  }
  const change = decideIdentityRedacted(context.customer);
  return saveChange(deps, context, change, { ...cause, identity: null, documentExpiry: null });
}
