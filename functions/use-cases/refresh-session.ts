import type { CustomerRef } from '../domain/customer.ts';
import { Conflict } from '../domain/faults.ts';
import { applySession, type ApplySessionDeps } from './apply-session.ts';
import type { CustomerContext } from './ports/customer-repository.ts';
import { retryOnConflict } from './retry-on-conflict.ts';

/** Reads the customer's current session from Stripe on an operator's word. @throws NotFound, Conflict `no_session` */
export async function refreshSession(
  deps: ApplySessionDeps,
  ref: CustomerRef,
  operator: { userId: string },
): Promise<CustomerContext> {
  return retryOnConflict(deps, async () => {
    const context = await deps.customers.loadContext(ref);
    const { session } = context.customer;
    if (session === null) throw new Conflict('no_session', 'This customer has no verification session.');
    const actor = { kind: 'operator', id: operator.userId } as const;
    return (await applySession(deps, context, session, { actor })).context;
  });
}
