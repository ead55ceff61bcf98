import type { CustomerChange } from '../domain/customer-change.ts';
import type { Customer, CustomerRef } from '../domain/customer.ts';
import { customerHasChanged } from '../domain/faults.ts';
import type { CustomerContext } from './ports/customer-repository.ts';
import type { Pause } from './ports/environment.ts';
import { retryOnConflict } from './retry-on-conflict.ts';
import { saveChange, type SaveDeps } from './save-change.ts';

export type OperatorActionDeps = SaveDeps & { pause: Pause };

/** Who decides, and on what. */
export type Operator = {
  userId: string;
  /** The customer’s version that the decision rests on; without it, on whatever is stored. */
  version?: number | undefined;
};

/**
 * Loads a customer, lets an operator's action decide, and saves it in his name; a decision of null changes
 * nothing, so that a repeated action is harmless, also one whose version is gone by.
 * @throws NotFound, Conflict `version_conflict`, and what the decision throws
 */
export async function actAsOperator(
  deps: OperatorActionDeps,
  ref: CustomerRef,
  operator: Operator,
  decide: (context: CustomerContext, nowMs: number) => CustomerChange | null | Promise<CustomerChange | null>,
): Promise<CustomerContext> {
  return retryOnConflict(deps, async () => {
    const context = await deps.customers.loadContext(ref);
    const change = await decide(context, deps.clock.nowMs());
    if (change === null) return context;
    requireVersion(context.customer, operator.version);
    return saveChange(deps, context, change, { actor: { kind: 'operator', id: operator.userId } });
  });
}

/** @throws Conflict `version_conflict` where the customer isn’t the one any more that the operator has seen */
export function requireVersion(customer: Customer, version: number | undefined): void {
  if (version !== undefined && version !== customer.version) throw customerHasChanged();
}
