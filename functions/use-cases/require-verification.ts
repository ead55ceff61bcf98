import type { CustomerRef } from '../domain/customer.ts';
import { decideRequireVerification } from '../domain/operator-requirement.ts';
import type { OperatorRequestCode } from '../domain/requirement.ts';
import { actAsOperator, type Operator, type OperatorActionDeps } from './act-as-operator.ts';
import type { CustomerContext } from './ports/customer-repository.ts';

/** An operator asks a customer to verify, from the start. @throws NotFound, Conflict `version_conflict` */
export async function requireVerification(
  deps: OperatorActionDeps,
  ref: CustomerRef,
  operator: Operator & { code: OperatorRequestCode; notes: string | null },
): Promise<CustomerContext> {
  return actAsOperator(deps, ref, operator, ({ customer }, nowMs) =>
    decideRequireVerification(customer, operator, nowMs),
  );
}
