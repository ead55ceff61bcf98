// Never two open sessions of one customer at Stripe; none is handed out when the attempts are used up; no more
// attempts are counted than there were submissions; and in the end none is open that could cost another check for
// nothing. A session that a reviewer opened again is Stripe's doing: it only has to be closed in the end; and one that
// a crash kept from ever being saved was given to nobody, so nobody can submit it.

import type { CurrentSession, CustomerRef } from '../../../functions/domain/customer.ts';
import type { History, Invariant } from '../invariant.ts';
import type { ApiCall, Commit } from '../journal.ts';
import { isOpen, stateOf, type SessionLife } from '../stripe/simulated-stripe.ts';
import { Violation } from '../violation.ts';

/** A session as it was at a step. */
function stateBy(
  moments: SessionLife['moments'],
  by: number,
): SessionLife['moments'][number]['session'] | undefined {
  return moments.findLast(({ step }) => step <= by)?.session;
}

export function sessionsAreBounded({ journal, stripe, table }: History): Invariant {
  const name = 'sessions';

  const openOf = (ref: CustomerRef): SessionLife[] =>
    stripe.livesOf(ref).filter((life) => isOpen(stateOf(life)));
  const isSaved = ({ id }: SessionLife): boolean => table.get({ pk: `VS#${id}`, sk: 'CUSTOMER' }) !== null;

  /** What we noted of the current session is of that session. */
  const expectRecord = ({ subaccountId, customerId }: CustomerRef, session: CurrentSession | null): void => {
    if (session === null) return;
    const sk = `SESSION#${String(session.number).padStart(10, '0')}`;
    const record = table.get({ pk: `SUB#${subaccountId}#CUST#${customerId}`, sk });
    if (record?.['sessionId'] === session.id) return;
    throw new Violation(name, `${session.id} of ${subaccountId}/${customerId} has no record in the end`);
  };

  /** Between question and answer there was a moment at which a try was left. */
  const hadTriesLeft = ({ ref, startStep, endStep }: ApiCall): boolean => {
    const until = endStep ?? Infinity;
    const commits = journal.commitsOf(ref).filter(({ step }) => step <= until);
    const policies = journal.policiesOf(ref.subaccountId).filter(({ step }) => step <= until);
    const atStart = commits.findLastIndex(({ step }) => step <= startStep);
    const policyAtStart = policies.findLastIndex(({ step }) => step <= startStep);
    const most = Math.max(
      ...policies.slice(Math.max(0, policyAtStart)).map(({ policy }) => policy.maxAttempts),
    );
    return commits.slice(Math.max(0, atStart)).some(({ after }) => after.attemptCount < most);
  };

  /** One report for each submission of a session that was made since an operator asked last. */
  const submissionsOf = ({ ref, step }: Commit): number => {
    const since = journal
      .commitsOf(ref)
      .findLast(({ call, step: then }) => call?.action === 'require-verification' && then <= step)?.step;
    return stripe
      .livesOf(ref)
      .filter(({ createdStep }) => createdStep > (since ?? -1))
      .reduce((sum, life) => sum + stateOf(life).reportCount, 0);
  };

  /** The reports that Stripe had made, when a call began, of the sessions that count for it. */
  const reportsBefore = ({ ref, startStep, endStep }: ApiCall): number => {
    const required = journal
      .commitsOf(ref)
      .findLast(({ call, step }) => call?.action === 'require-verification' && step <= (endStep ?? Infinity));
    return (
      stripe
        .livesOf(ref)
        .filter(({ createdStep }) => createdStep > (required?.step ?? -1))
        // What a session came to that was redacted before anybody read it, nobody can count.
        .filter(({ moments }) => stateBy(moments, endStep ?? Infinity)?.redaction === null)
        .map(({ moments }) => stateBy(moments, startStep)?.reportCount ?? 0)
        .reduce((sum, reports) => sum + reports, 0)
    );
  };

  const mostTries = ({ ref }: ApiCall): number =>
    Math.max(...journal.policiesOf(ref.subaccountId).map(({ policy }) => policy.maxAttempts));

  return {
    name,
    stripeChanged: ({ ref, id }) => {
      const open = openOf(ref).filter(({ reopened }) => !reopened);
      if (open.length < 2) return;
      throw new Violation(
        name,
        `${ref.subaccountId}/${ref.customerId} has ${open.map((life) => life.id).join(' and ')} open at once, since ${id} changed`,
      );
    },
    answered: (call) => {
      if (call.action !== 'start-identity-session' || call.answer?.status !== 201) return;
      const who = `${call.ref.subaccountId}/${call.ref.customerId}`;
      if (!hadTriesLeft(call))
        throw new Violation(name, `${who} got a session although no attempts were left`);
      const reports = reportsBefore(call);
      if (reports >= mostTries(call))
        throw new Violation(name, `${who} got a session after ${reports} reports of Stripe's`);
    },
    committed: (commit) => {
      const { ref, before, after, call } = commit;
      const forgets = after.attemptCount < (before?.attemptCount ?? 0);
      if (forgets && call?.action !== 'require-verification')
        throw new Violation(name, `${ref.subaccountId}/${ref.customerId} has fewer attempts than before`);
      const submissions = submissionsOf(commit);
      if (after.attemptCount <= submissions) return;
      throw new Violation(
        name,
        `${ref.subaccountId}/${ref.customerId} has ${after.attemptCount} attempts of ${submissions} submissions`,
      );
    },
    atRest: () => {
      for (const ref of journal.customers()) {
        const customer = journal.commitsOf(ref).at(-1)?.after;
        expectRecord(ref, customer?.session ?? null);
        const open = openOf(ref).filter(isSaved);
        const over = customer?.identityStatus === 'verified' || customer?.identityStatus === 'failed';
        if (open.length <= (over ? 0 : 1)) continue;
        throw new Violation(
          name,
          `${ref.subaccountId}/${ref.customerId} is ${customer?.identityStatus ?? 'new'} and has ` +
            `${open.map(({ id }) => id).join(' and ')} open in the end`,
        );
      }
    },
  };
}
