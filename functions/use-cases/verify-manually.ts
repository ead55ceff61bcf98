import type { CustomerRef } from '../domain/customer.ts';
import { decideManualVerification } from '../domain/manual-verification.ts';
import { actAsOperator, type Operator, type OperatorActionDeps } from './act-as-operator.ts';
import type { CustomerContext } from './ports/customer-repository.ts';

/** An operator vouches for a customer. @throws NotFound, Conflict `already_verified` | `version_conflict` */
export async function verifyManually(
  deps: OperatorActionDeps,
  ref: CustomerRef,
  operator: Operator & { notes: string },
): Promise<CustomerContext> {
  return actAsOperator(deps, ref, operator, async ({ customer }, nowMs) => {
    const { manualVerification } = customer;
    const earlierNotes =
      manualVerification === null ? null : await deps.customers.loadNotes(ref, manualVerification.version);
    return decideManualVerification(customer, earlierNotes, operator, nowMs);
  });
}
