// The webhook's receiver: events that Stripe believes to be ours, and that nobody has.

import type { Bug } from './bug.ts';
import { swallowed, unawaited, withParts } from './patches.ts';

export const receiverBugs: readonly Bug[] = [
  {
    name: 'acknowledges before enqueuing',
    wrong: 'Stripe is answered while the event is still on its way to the queue.',
    removes: 'the wait for SQS',
    breaks: ['events'],
    sabotage: withParts(({ queue }) => ({ queue: { send: (event) => unawaited(queue.send(event)) } })),
  },
  {
    name: 'acknowledges what the queue refused',
    wrong: 'Stripe is answered 200 although SQS failed.',
    removes: 'the 500 where the queue fails',
    breaks: ['events'],
    sabotage: withParts(({ queue }) => ({ queue: { send: (event) => swallowed(queue.send(event)) } })),
  },
  {
    name: 'remembers events before they are queued',
    wrong: 'An event that came before is taken for a duplicate, although it never got into the queue.',
    removes: 'queuing whatever comes; duplicates are the processor’s to find',
    breaks: ['events'],
    sabotage: withParts(({ queue }) => {
      const seen = new Set<string>();
      return {
        queue: {
          send: async (event) => {
            if (seen.has(event.eventId)) return;
            seen.add(event.eventId);
            await queue.send(event);
          },
        },
      };
    }),
  },
];
