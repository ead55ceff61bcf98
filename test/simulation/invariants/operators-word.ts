// Seen from outside: once an operator was told that a customer has to verify, no ride is allowed until the customer
// verified with a session that was made after that, or an operator vouched for him or cleared him.

import type { CustomerRef } from '../../../functions/domain/customer.ts';
import type { History, Invariant } from '../invariant.ts';
import type { ApiCall, Commit } from '../journal.ts';
import { Violation } from '../violation.ts';

export function operatorsWordHolds({ journal, stripe }: History): Invariant {
  const name = "operator's word";

  /** The last requirement of an operator that he knew of when the ride check began. */
  const lastRequired = (check: ApiCall): Commit | undefined =>
    journal
      .commitsOf(check.ref)
      .findLast(
        ({ call }) =>
          call?.action === 'require-verification' &&
          call.answer?.status === 200 &&
          (call.endStep ?? Infinity) < check.startStep,
      );

  const isExcused = (ref: CustomerRef, fromStep: number, untilStep: number): boolean => {
    const byOperator = journal
      .commitsOf(ref)
      .some(
        ({ step, call }) =>
          step > fromStep &&
          step <= untilStep &&
          (call?.action === 'verify-manually' || call?.action === 'clear-requirement'),
      );
    const bySession = stripe
      .livesOf(ref)
      .some(
        ({ createdStep, moments }) =>
          createdStep > fromStep &&
          moments.some(({ step, session }) => session.status === 'verified' && step <= untilStep),
      );
    return byOperator || bySession;
  };

  return {
    name,
    answered: (check) => {
      if (check.action !== 'check-ride' || check.answer?.status !== 200) return;
      const required = lastRequired(check);
      if (required === undefined || isExcused(check.ref, required.step, check.endStep ?? Infinity)) return;
      throw new Violation(
        name,
        `${check.ref.subaccountId}/${check.ref.customerId} was required at step ${required.step} and may ride at ` +
          `step ${check.endStep ?? '?'} without anything that allows it`,
      );
    },
  };
}
