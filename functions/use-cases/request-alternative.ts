import type { Actor } from '../domain/actor.ts';
import { decideAlternativeRequest } from '../domain/alternative-route.ts';
import type { CustomerRef } from '../domain/customer.ts';
import type { CustomerContext } from './ports/customer-repository.ts';
import type { Pause } from './ports/environment.ts';
import { retryOnConflict } from './retry-on-conflict.ts';
import { saveChange, type SaveDeps } from './save-change.ts';

/**
 * A rider asks his operator for another way of verifying; asking again changes nothing.
 * @throws NotFound, Conflict `already_verified` | `verification_not_required`
 */
export async function requestAlternative(
  deps: SaveDeps & { pause: Pause },
  ref: CustomerRef,
  request: { actor: Actor; message: string | null },
): Promise<CustomerContext> {
  return retryOnConflict(deps, async () => {
    const context = await deps.customers.loadContext(ref);
    const change = decideAlternativeRequest(context.customer, context.policy, deps.clock.nowMs());
    if (change === null) return context;
    return saveChange(deps, context, change, {
      actor: request.actor,
      alternativeMessage: request.message,
    });
  });
}
