import type { Actor } from '../domain/actor.ts';
import { decideRedaction, type RedactionCause } from '../domain/redaction.ts';
import type { CustomerContext } from './ports/customer-repository.ts';
import { saveChange, type SaveDeps } from './save-change.ts';

/**
 * Removes what is kept of a customer, and notes that the rest is to follow. Harmless while that is under way.
 * @throws ConcurrentChange
 */
export async function requestRedaction(
  deps: SaveDeps,
  context: CustomerContext,
  cause: RedactionCause,
  actor: Actor,
): Promise<CustomerContext> {
  const change = decideRedaction(context.customer, cause, deps.clock.nowMs());
  return change === null ? context : saveChange(deps, context, change, { actor, erasesPersonalData: true });
}
