// From the moment of a redaction on nothing of the person is kept, but what a later session tells; and in the end
// Stripe keeps nothing either of the sessions that it took in, but of those that it can't redact.

import type { Item } from '../../../functions/adapters/dynamodb/table.ts';
import type { Customer, CustomerRef, Redaction } from '../../../functions/domain/customer.ts';
import type { History, Invariant } from '../invariant.ts';
import { stateOf } from '../stripe/simulated-stripe.ts';
import { Violation } from '../violation.ts';

/** A redaction as it was asked for, and the customer's version with which it was. */
type Request = Redaction & { version: number };

export function redactedStaysRedacted({ journal, stripe, table }: History): Invariant {
  const name = 'redaction';

  const itemsOf = ({ subaccountId, customerId }: CustomerRef): readonly Item[] =>
    table.partition(`SUB#${subaccountId}#CUST#${customerId}`);

  const complain = ({ subaccountId, customerId }: CustomerRef, has: string): never => {
    throw new Violation(name, `${subaccountId}/${customerId} has ${has} after a redaction`);
  };

  /** The latest, as it was when it began: what was made of it since is to be judged by that. */
  const requestOf = (ref: CustomerRef, { redaction }: Customer): Request | null => {
    const began = journal
      .commitsOf(ref)
      .find(({ after }) => after.redaction?.requestedAtMs === redaction?.requestedAtMs)?.after;
    return began?.redaction ? { ...began.redaction, version: began.version } : null;
  };

  const expectNothingKept = (ref: CustomerRef, { throughSession }: Request): void => {
    for (const { sk, sessionId } of itemsOf(ref)) {
      if (sk === 'SIGNUP' || sk === 'SIGNALS') complain(ref, sk);
      if (sk !== 'IDENTITY') continue;
      const owner = table.get({ pk: `VS#${String(sessionId)}`, sk: 'CUSTOMER' });
      if (Number(owner?.['number']) <= throughSession) complain(ref, `what ${String(sessionId)} told`);
    }
  };

  const expectNothingLeft = (ref: CustomerRef, { version, throughSession, requestedAtMs }: Request): void => {
    for (const item of itemsOf(ref)) {
      const [kind, number] = String(item['sk']).split('#');
      if (kind === 'NOTE' && Number(number) < version) complain(ref, `note ${Number(number)}`);
      if (kind !== 'SESSION') continue;
      const { sessionId } = item;
      if (typeof sessionId !== 'string') {
        const { returnUrl } = item['options'] as { returnUrl: string | null };
        const isOld = Number(item['startedAtMs']) <= requestedAtMs;
        if (isOld && returnUrl !== null) complain(ref, `the return URL of session ${Number(number)}`);
      } else if (Number(number) <= throughSession) {
        expectRedacted(ref, sessionId);
      }
    }
  };

  const expectRedacted = (ref: CustomerRef, sessionId: string): void => {
    const life = stripe.life(sessionId);
    if (life === undefined) return;
    const { status, redaction } = stateOf(life);
    if (redaction !== 'redacted' && status !== 'canceled') complain(ref, `${sessionId} at Stripe`);
  };

  return {
    name,
    committed: ({ ref, after }) => {
      const request = requestOf(ref, after);
      if (request !== null) expectNothingKept(ref, request);
    },
    atRest: () => {
      for (const ref of journal.customers()) {
        const customer = journal.commitsOf(ref).at(-1)?.after;
        const request = customer === undefined ? null : requestOf(ref, customer);
        if (request === null) continue;
        if (customer?.redaction?.completedAtMs === null) complain(ref, 'something to wait for in the end');
        expectNothingKept(ref, request);
        expectNothingLeft(ref, request);
      }
    },
  };
}
