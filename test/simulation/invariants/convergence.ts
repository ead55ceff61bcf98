// Once faults have stopped, a few runs of the reconciler later, every customer stands as Stripe says, and what he
// paid first has been looked at.

import type { Customer, CustomerRef } from '../../../functions/domain/customer.ts';
import type { History, Invariant } from '../invariant.ts';
import { stateOf } from '../stripe/simulated-stripe.ts';
import { Violation } from '../violation.ts';

const finalErrors = ['under_supported_age', 'country_not_supported'];

export function everythingConverges({ journal, stripe }: History): Invariant {
  const name = 'convergence';

  /** The statuses that a customer may have, by what Stripe says of his current session. */
  const statusesBySpec = (customer: Customer): readonly (string | null)[] => {
    if (customer.manualVerification !== null) return ['verified'];
    const life = customer.session === null ? undefined : stripe.life(customer.session.id);
    if (life === undefined) return [null];
    const { status, lastError, redaction } = stateOf(life);
    // A redacted session says nothing of its state any more.
    if (redaction !== null) return [customer.identityStatus];
    switch (status) {
      case 'verified':
        return ['verified'];
      case 'processing':
        return ['pending'];
      case 'canceled':
        return ['canceled', 'failed'];
      case 'requires_input': {
        if (lastError === null) return ['pending'];
        const attempts = customer.attemptCount;
        const most = journal.policiesOf(customer.subaccountId).at(-1)?.policy.maxAttempts ?? 0;
        return [finalErrors.includes(lastError.code) || attempts >= most ? 'failed' : 'requires_input'];
      }
    }
  };

  const expectStatus = (ref: CustomerRef, customer: Customer): void => {
    const possible = statusesBySpec(customer);
    if (possible.includes(customer.identityStatus)) return;
    throw new Violation(
      name,
      `${ref.subaccountId}/${ref.customerId} is ${customer.identityStatus ?? 'null'} in the end, and has to be ` +
        `${possible.join(' or ')} as ${customer.session?.id ?? 'no session'} says`,
    );
  };

  const expectFirstCharge = (ref: CustomerRef, { stripeCustomerId, firstChargeId }: Customer): void => {
    const first =
      stripe.chargesOf(stripeCustomerId ?? '').find(({ status }) => status === 'succeeded')?.id ?? null;
    if (firstChargeId === first) return;
    throw new Violation(
      name,
      `the first charge of ${ref.subaccountId}/${ref.customerId} is ${first ?? 'none'}, not ${firstChargeId ?? 'none'}`,
    );
  };

  return {
    name,
    atRest: () => {
      for (const ref of journal.customers()) {
        const customer = journal.commitsOf(ref).at(-1)?.after;
        if (customer === undefined) continue;
        expectStatus(ref, customer);
        expectFirstCharge(ref, customer);
      }
    },
  };
}
