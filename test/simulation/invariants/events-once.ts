// An event that our receiver took has one effect, or still waits in a queue or among the dead letters; it is never
// gone, and never has two.

import type { History, Invariant } from '../invariant.ts';
import { Violation } from '../violation.ts';

export function eventsHappenOnce({ table, queues, stripe }: History): Invariant {
  const name = 'events';
  const effects = new Set<string>();
  const webhookQueues = [queues.fresh, queues.backlog, queues.deadLetters];

  const isProcessed = (eventId: string): boolean =>
    table.get({ pk: `EVENT#${eventId}`, sk: 'EVENT' }) !== null;
  const isWaiting = (eventId: string): boolean =>
    webhookQueues.some((queue) => queue.messages().some(({ body }) => body.includes(`"${eventId}"`)));
  const expectNotLost = (eventId: string, when: string): void => {
    if (isProcessed(eventId) || isWaiting(eventId)) return;
    throw new Violation(name, `${eventId} is neither processed nor in any queue ${when}`);
  };

  return {
    name,
    acknowledged: ({ event }) => expectNotLost(event.eventId, 'after the receiver took it'),
    deleted: ({ body }) => {
      const eventId = /"event_id":"(evt_\d+)"/.exec(body)?.[1];
      if (eventId !== undefined) expectNotLost(eventId, 'after the processor was done with it');
    },
    committed: ({ audit, after }) => {
      const actor = audit?.['actor'];
      if (typeof actor !== 'string' || !actor.startsWith('stripe:')) return;
      const eventId = actor.slice('stripe:'.length);
      if (effects.has(eventId)) throw new Violation(name, `${eventId} changed a customer twice`);
      effects.add(eventId);
      if (isProcessed(eventId)) return;
      throw new Violation(name, `version ${after.version} was saved without the marker of its ${eventId}`);
    },
    atRest: () => {
      for (const { event } of stripe.events) {
        if (!isProcessed(event.eventId)) {
          const where = isWaiting(event.eventId) ? 'still waits in a queue' : 'is gone';
          throw new Violation(
            name,
            `${event.eventId} (${event.type} of ${event.objectId}) ${where} in the end`,
          );
        }
      }
      const left = webhookQueues.flatMap((queue) => queue.messages().map(({ id }) => id));
      if (left.length > 0) throw new Violation(name, `messages are left in the end: ${left.join(', ')}`);
    },
  };
}
