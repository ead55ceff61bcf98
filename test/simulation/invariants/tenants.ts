// Nothing crosses tenants: not a change, a session, an answer; and who isn't a tenant's own learns nothing there.

import type { History, Invariant } from '../invariant.ts';
import { Violation } from '../violation.ts';

export function tenantsAreApart({ stripe, journal, table }: History): Invariant {
  const name = 'tenants';
  return {
    name,
    committed: ({ ref, after, audit, call }) => {
      const who = `${ref.subaccountId}/${ref.customerId}`;
      if (after.subaccountId !== ref.subaccountId || after.id !== ref.customerId) {
        throw new Violation(name, `the item of ${who} is ${after.subaccountId}/${after.id}'s`);
      }
      if (call !== null && (call.tenant !== ref.subaccountId || call.ref.customerId !== ref.customerId)) {
        throw new Violation(name, `${call.action} of ${call.tenant}/${call.ref.customerId} changed ${who}`);
      }
      if (call?.mustBeHidden === true)
        throw new Violation(name, `a stranger's ${call.action} changed ${who}`);
      const owner = after.session === null ? undefined : stripe.life(after.session.id)?.ref;
      if (owner !== undefined && `${owner.subaccountId}/${owner.customerId}` !== who) {
        throw new Violation(name, `${who} has a session of ${owner.subaccountId}/${owner.customerId}`);
      }
      const told = stripe.events.find(({ event }) => audit?.['actor'] === `stripe:${event.eventId}`)?.event;
      const whose = told === undefined ? undefined : stripe.life(told.objectId)?.ref;
      if (whose !== undefined && `${whose.subaccountId}/${whose.customerId}` !== who) {
        throw new Violation(
          name,
          `${who} was changed by an event of ${whose.subaccountId}/${whose.customerId}`,
        );
      }
      const own = stripe.chargesOf(after.stripeCustomerId ?? '').map((charge) => charge.id);
      for (const chargeId of [after.firstChargeId, after.risk?.chargeId ?? null]) {
        if (chargeId !== null && !own.includes(chargeId))
          throw new Violation(name, `${who} has another's ${chargeId}`);
      }
    },
    answered: ({ action, answer, ref, mustBeHidden }) => {
      if (answer === null) return;
      if (mustBeHidden) {
        if (answer.status === 404 || answer.status >= 500) return;
        throw new Violation(
          name,
          `a stranger's ${action} of ${ref.subaccountId}/${ref.customerId} got ${answer.status}`,
        );
      }
      const { session_id: sessionId, id, subaccount_id: subaccountId } = answer.body;
      const owner = typeof sessionId === 'string' ? stripe.life(sessionId)?.ref : undefined;
      const named = owner ?? (typeof id === 'string' ? { subaccountId, customerId: id } : ref);
      if (named.customerId !== ref.customerId || named.subaccountId !== ref.subaccountId) {
        throw new Violation(
          name,
          `${action} of ${ref.subaccountId}/${ref.customerId} was answered with another's`,
        );
      }
    },
    atRest: () => {
      for (const { subaccountId, customerId } of journal.customers()) {
        for (const { sk, sessionId } of table.partition(`SUB#${subaccountId}#CUST#${customerId}`)) {
          if (!String(sk).startsWith('SESSION#') || typeof sessionId !== 'string') continue;
          const lookup = table.get({ pk: `VS#${sessionId}`, sk: 'CUSTOMER' });
          if (lookup?.['subaccountId'] === subaccountId && lookup['customerId'] === customerId) continue;
          throw new Violation(name, `${sessionId} of ${subaccountId}/${customerId} can't be found as his`);
        }
      }
    },
  };
}
