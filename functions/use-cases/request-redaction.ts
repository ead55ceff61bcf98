import type { Actor } from '../domain/actor.ts';
import { decideRedaction, type RedactionCause } from '../domain/redaction.ts';
import { requireVersion } from './act-as-operator.ts';
import type { CustomerContext } from './ports/customer-repository.ts';
import { saveChange, type SaveDeps } from './save-change.ts';

/**
 * Removes what is kept of a customer, and notes that the rest is to follow. Harmless while that is under way.
 * @param version the customer’s that the wish rests on; without it, whatever is stored
 * @throws ConcurrentChange, Conflict `version_conflict`
 */
export async function requestRedaction(
  deps: SaveDeps,
  context: CustomerContext,
  cause: RedactionCause,
  actor: Actor,
  version?: number,
): Promise<CustomerContext> {
  const change = decideRedaction(context.customer, cause, deps.clock.nowMs());
  if (change === null) return context;
  requireVersion(context.customer, version);
  return saveChange(deps, context, change, { actor, erasesPersonalData: true });
}
