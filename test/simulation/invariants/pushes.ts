// Each change that a rider is told of is published at least once, under an id that stays, and pushed to his phones;
// its audit entry names it; nothing is published for a change that did not happen.

import { isDeepStrictEqual } from 'node:util';
import type { Customer } from '../../../functions/domain/customer.ts';
import type { Notification } from '../../../functions/domain/notification.ts';
import type { History, Invariant } from '../invariant.ts';
import { Violation } from '../violation.ts';

/** What a rider is told of a change, as it is promised; null where he isn't. */
function noticeBySpec(before: Customer | null, after: Customer): string | null {
  const changed = (field: 'requirement' | 'identityStatus' | 'attemptCount' | 'lastError'): boolean =>
    !isDeepStrictEqual(before?.[field] ?? null, after[field]);
  if (after.requirement.state === 'required' && changed('requirement')) return 'verification_required';
  if (after.identityStatus === 'verified' && changed('identityStatus')) return 'verified';
  if (after.requirement.state === 'cleared' && changed('requirement')) return 'requirement_cleared';
  const checked = changed('identityStatus') || changed('attemptCount') || changed('lastError');
  return after.identityStatus === 'requires_input' && checked ? 'another_try_needed' : null;
}

export function pushesTellTheTruth({ journal, table, queues }: History): Invariant {
  const name = 'pushes';
  const saved = new Map<string, { notification: Notification; phones: readonly string[] }>();
  const reached = new Map<string, Set<string>>();

  return {
    name,
    committed: ({ ref, before, after, audit, outbox }) => {
      const expected = noticeBySpec(before, after);
      const notification = outbox === null ? null : (outbox['notification'] as Notification);
      const who = `version ${after.version} of ${ref.subaccountId}/${ref.customerId}`;
      if ((notification?.kind ?? null) !== expected) {
        throw new Violation(
          name,
          `${who} is told as ${notification?.kind ?? 'nothing'}, not ${expected ?? 'nothing'}`,
        );
      }
      const named = notification === null ? null : { id: notification.id, kind: notification.kind };
      if (!isDeepStrictEqual(audit?.['notification'], named)) {
        throw new Violation(name, `${who} has an audit entry that is wrong about its push`);
      }
      if (notification === null) return;
      if (saved.has(notification.id)) throw new Violation(name, `${who} has the push id of another change`);
      if (notification.subaccountId !== ref.subaccountId || notification.customerId !== ref.customerId) {
        throw new Violation(name, `${who} has the push of somebody else`);
      }
      const phones = phonesOf(ref.subaccountId, ref.customerId);
      saved.set(notification.id, { notification, phones });
    },
    published: ({ target, message }) => {
      const id = target === null ? idOfEvent(message) : idOfPush(message);
      const notification = saved.get(id)?.notification;
      if (notification === undefined)
        throw new Violation(name, `${id} was published, but is no saved change's`);
      const { subaccountId, customerId, title } = notification;
      if (target !== null && !target.endsWith(`/${subaccountId}-${customerId}`)) {
        throw new Violation(name, `${id} of ${subaccountId}/${customerId} went to ${target}`);
      }
      if (!message.includes(title)) throw new Violation(name, `${id} was published with another title`);
      reached.set(id, (reached.get(id) ?? new Set()).add(target ?? 'topic'));
    },
    atRest: () => {
      for (const [id, { phones }] of saved) {
        const places = ['topic', ...phones];
        const missed = places.filter((place) => reached.get(id)?.has(place) !== true);
        if (missed.length > 0) throw new Violation(name, `${id} never reached ${missed.join(', ')}`);
      }
      for (const { subaccountId, customerId } of journal.customers()) {
        const told = queues.signups
          .messages()
          .some(
            ({ body }) => body === JSON.stringify({ subaccount_id: subaccountId, customer_id: customerId }),
          );
        if (!told)
          throw new Violation(name, `the signup of ${subaccountId}/${customerId} was never announced`);
      }
    },
  };

  function phonesOf(subaccountId: string, customerId: string): string[] {
    return table
      .partition(`SUB#${subaccountId}#CUST#${customerId}`)
      .filter(({ sk }) => String(sk).startsWith('DEVICE#'))
      .map(({ endpointArn }) => String(endpointArn));
  }
}

function idOfEvent(message: string): string {
  return String((JSON.parse(message) as { id: unknown }).id);
}

function idOfPush(message: string): string {
  return /ntf_[-\da-f]+/.exec(message)?.[0] ?? 'a push without an id';
}
