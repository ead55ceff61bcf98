// Pushes: too early, lost, or not to be recognized as the same.

import type { Notification } from '../../../functions/domain/notification.ts';
import type { Bug } from './bug.ts';
import { swallowed, withParts } from './patches.ts';

export const outboxBugs: readonly Bug[] = [
  {
    name: 'pushes before saving',
    wrong: 'A push goes out for a change that may lose its race.',
    removes: 'the outbox',
    breaks: ['pushes'],
    sabotage: withParts(({ customers, publisher }) => ({
      customers: {
        ...customers,
        save: async (input) => {
          if (input.notification !== null) await publisher.publish(input.notification);
          await customers.save(input);
        },
      },
    })),
  },
  {
    name: 'new push id at each delivery',
    wrong: 'A push that is delivered twice has two ids.',
    removes: 'the id that is saved with the change',
    breaks: ['pushes'],
    sabotage: withParts(({ publisher, sender, randomness }) => {
      const anew = (notification: Notification): Notification => ({
        ...notification,
        id: `ntf_${randomness.uuid()}`,
      });
      return {
        publisher: { publish: (notification) => publisher.publish(anew(notification)) },
        sender: { push: (endpoint, notification) => sender.push(endpoint, anew(notification)) },
      };
    }),
  },
  {
    name: 'a push that fails is dropped',
    wrong: 'The topic’s failure goes unheard.',
    removes: 'the repetition of what did not get everywhere',
    breaks: ['pushes'],
    sabotage: withParts(({ publisher }) => ({
      publisher: { publish: (notification) => swallowed(publisher.publish(notification)) },
    })),
  },
  {
    name: 'a failed push means a phone that is gone',
    wrong: 'A phone that could not be reached once is forgotten.',
    removes: 'telling an endpoint that is gone from one that can’t be reached',
    breaks: ['pushes'],
    sabotage: withParts(({ sender }) => ({
      sender: {
        push: (endpoint, notification) => sender.push(endpoint, notification).catch(() => 'gone' as const),
      },
    })),
  },
  {
    name: 'records are done with, whatever happened',
    wrong: 'The relay reports its whole batch as relayed.',
    removes: 'the batch’s item failures',
    breaks: ['pushes'],
    sabotage: {
      handlers: (handlers) => ({
        ...handlers,
        createRelay: () => {
          const relay = handlers.createRelay();
          return async (batch) => {
            await relay(batch);
            return { batchItemFailures: [] };
          };
        },
      }),
    },
  },
  {
    name: 'a poison record is swallowed',
    wrong: 'What the stream must not wait for is passed over, and no queue gets it.',
    removes: 'the queue of records that are tried again',
    breaks: ['pushes'],
    sabotage: withParts(({ retries }) => ({
      retries: { ...retries, handOver: () => Promise.resolve() },
    })),
  },
  {
    name: 'a signup is announced at most once',
    wrong: 'A signup whose message failed is never announced.',
    removes: 'the repetition of what did not get everywhere',
    breaks: ['pushes'],
    sabotage: withParts(({ signups }) => ({ signups: { send: (ref) => swallowed(signups.send(ref)) } })),
  },
];
