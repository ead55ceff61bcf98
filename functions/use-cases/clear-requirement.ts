import type { CustomerRef } from '../domain/customer.ts';
import { decideClearRequirement } from '../domain/operator-requirement.ts';
import { actAsOperator, type Operator, type OperatorActionDeps } from './act-as-operator.ts';
import type { CustomerContext } from './ports/customer-repository.ts';

/**
 * An operator lets a customer ride unverified.
 * @throws NotFound, Conflict `already_verified` | `verification_not_required` | `version_conflict`
 */
export async function clearRequirement(
  deps: OperatorActionDeps,
  ref: CustomerRef,
  operator: Operator & { notes: string },
): Promise<CustomerContext> {
  return actAsOperator(deps, ref, operator, ({ customer, policy }, nowMs) =>
    decideClearRequirement(customer, policy, operator, nowMs),
  );
}
