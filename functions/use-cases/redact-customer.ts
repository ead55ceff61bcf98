import type { CustomerRef } from '../domain/customer.ts';
import type { Operator } from './act-as-operator.ts';
import { continueRedaction, type ContinueRedactionDeps, type LateStripe } from './continue-redaction.ts';
import type { CustomerContext } from './ports/customer-repository.ts';
import { requestRedaction } from './request-redaction.ts';
import { retryOnConflict } from './retry-on-conflict.ts';

export type RedactCustomerDeps = LateStripe<ContinueRedactionDeps>;

/**
 * Removes a customer's personal data on an operator's word. `fault` is what kept the rest from being asked of Stripe
 * right now; the redaction stays open then, and is gone on with on schedule. @throws NotFound, Conflict `version_conflict`
 */
export async function redactCustomer(
  deps: RedactCustomerDeps,
  ref: CustomerRef,
  operator: Operator & { notes: string },
): Promise<{ context: CustomerContext; fault: unknown }> {
  const context = await retryOnConflict(deps, async () => {
    const loaded = await deps.customers.loadContext(ref);
    const cause = { by: 'operator', notes: operator.notes } as const;
    const actor = { kind: 'operator', id: operator.userId } as const;
    return requestRedaction(deps, loaded, cause, actor, operator.version);
  });
  try {
    const identity = await deps.identity();
    return { context: await continueRedaction({ ...deps, identity }, ref), fault: null };
  } catch (fault) {
    return { context, fault };
  }
}
