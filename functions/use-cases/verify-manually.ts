import type { CustomerRef } from '../domain/customer.ts';
import { decideManualVerification } from '../domain/manual-verification.ts';
import type { CustomerContext, Pause } from './ports.ts';
import { retryOnConflict } from './retry-on-conflict.ts';
import { saveChange, type SaveDeps } from './save-change.ts';

/** An operator vouches for a customer. @throws NotFound, Conflict `already_verified` */
export async function verifyManually(
  deps: SaveDeps & { pause: Pause },
  ref: CustomerRef,
  operator: { userId: string; notes: string },
): Promise<CustomerContext> {
  return retryOnConflict(deps, async () => {
    const context = await deps.customers.loadContext(ref);
    const change = decideManualVerification(context.customer, operator, deps.clock.nowMs());
    if (change === null) return context;
    return saveChange(deps, context, change, { actor: { kind: 'operator', id: operator.userId } });
  });
}
