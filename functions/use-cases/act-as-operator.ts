import type { CustomerChange } from '../domain/customer-change.ts';
import type { CustomerRef } from '../domain/customer.ts';
import type { CustomerContext } from './ports/customer-repository.ts';
import type { Pause } from './ports/environment.ts';
import { retryOnConflict } from './retry-on-conflict.ts';
import { saveChange, type SaveDeps } from './save-change.ts';

export type OperatorActionDeps = SaveDeps & { pause: Pause };

/**
 * Loads a customer, lets an operator's action decide, and saves it in his name; a decision of null changes
 * nothing, so that a repeated action is harmless. @throws NotFound, and what the decision throws
 */
export async function actAsOperator(
  deps: OperatorActionDeps,
  ref: CustomerRef,
  userId: string,
  decide: (context: CustomerContext, nowMs: number) => CustomerChange | null | Promise<CustomerChange | null>,
): Promise<CustomerContext> {
  return retryOnConflict(deps, async () => {
    const context = await deps.customers.loadContext(ref);
    const change = await decide(context, deps.clock.nowMs());
    if (change === null) return context;
    return saveChange(deps, context, change, { actor: { kind: 'operator', id: userId } });
  });
}
