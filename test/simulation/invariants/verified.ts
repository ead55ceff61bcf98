// Whoever is verified was verified: by an operator, or by Stripe with a session of his own that was made after the
// latest requirement of an operator. And he stays it: only an operator's requirement, or Stripe itself that takes
// back that very session, ends it.

import { isDeepStrictEqual } from 'node:util';
import type { Customer } from '../../../functions/domain/customer.ts';
import type { History, Invariant } from '../invariant.ts';
import type { Commit } from '../journal.ts';
import { Violation } from '../violation.ts';

export function verifiedIsEarnedAndKept({ journal, stripe }: History): Invariant {
  const name = 'verified';

  const earned = ({ ref, after, call, step }: Commit): boolean => {
    if (after.manualVerification !== null) return call?.action === 'verify-manually';
    const life = after.session === null ? undefined : stripe.life(after.session.id);
    if (life === undefined) return false;
    const own = life.ref.subaccountId === ref.subaccountId && life.ref.customerId === ref.customerId;
    const required = journal
      .commitsOf(ref)
      .findLast(({ call: cause }) => cause?.action === 'require-verification')?.step;
    const recent = required === undefined || life.createdStep > required;
    return (
      own &&
      recent &&
      life.moments.some((moment) => moment.step <= step && moment.session.status === 'verified')
    );
  };

  const mayEnd = ({ before, after, call }: Commit): boolean => {
    if (call?.action === 'require-verification') return after.identityStatus === null;
    if (before === null || before.manualVerification !== null || before.session === null) return false;
    return stripe.life(before.session.id)?.reopened === true;
  };

  return {
    name,
    committed: (commit) => {
      const { ref, before, after } = commit;
      const who = `${ref.subaccountId}/${ref.customerId} at version ${after.version}`;
      const was = before?.identityStatus === 'verified';
      const is = after.identityStatus === 'verified';
      if (is && after.requirement.state === 'required') {
        throw new Violation(name, `${who} is verified and still has to verify`);
      }
      if (is && !was && !earned(commit))
        throw new Violation(name, `${who} is verified without having earned it`);
      if (was && !is && !mayEnd(commit)) throw new Violation(name, `${who} has lost his verification`);
      if (before !== null && was && is && !sameVerification(before, after)) {
        throw new Violation(name, `${who} has another verification than before`);
      }
    },
  };
}

function sameVerification(before: Customer, after: Customer): boolean {
  return (
    before.verifiedAtMs === after.verifiedAtMs &&
    before.session?.id === after.session?.id &&
    isDeepStrictEqual(before.manualVerification, after.manualVerification)
  );
}
