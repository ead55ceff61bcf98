// The webhook's processor: events that have no effect, two, or that of another moment.

import { ConcurrentChange, DuplicateEvent } from '../../../functions/domain/faults.ts';
import type { StripeEvent } from '../../../functions/domain/stripe-event.ts';
import type { StripeSession } from '../../../functions/domain/session.ts';
import type { Sabotage } from '../wiring.ts';
import type { Bug } from './bug.ts';
import { withCustomers } from './patches.ts';

/** Takes a session's state from one of the events that came, instead of from Stripe. */
function believing(choose: (told: readonly StripeEvent[]) => StripeEvent | undefined): Sabotage {
  return {
    parts: (parts) => {
      const told: StripeEvent[] = [];
      return {
        ...parts,
        queue: {
          send: async (event) => {
            told.push(event);
            await parts.queue.send(event);
          },
        },
        stripe: async () => {
          const { identity, ...others } = await parts.stripe();
          const retrieveSession: typeof identity.retrieveSession = async (id, read) => {
            const session = await identity.retrieveSession(id, read);
            const event = choose(told.filter(({ objectId }) => objectId === id));
            return event === undefined ? session : asTold(session, event);
          };
          return { ...others, identity: { ...identity, retrieveSession } };
        },
      };
    },
  };
}

const statusesTold: Partial<Record<StripeEvent['type'], StripeSession['status']>> = {
  'identity.verification_session.processing': 'processing',
  'identity.verification_session.verified': 'verified',
  'identity.verification_session.requires_input': 'requires_input',
  'identity.verification_session.canceled': 'canceled',
};

function asTold(session: StripeSession, { type }: StripeEvent): StripeSession {
  const status = statusesTold[type] ?? session.status;
  const error = session.lastError ?? { code: 'document_unverified_other', reason: null };
  return { ...session, status, lastError: status === 'requires_input' ? error : null };
}

export const processorBugs: readonly Bug[] = [
  {
    name: 'state by the last event that came',
    wrong: 'A session is taken to be what the latest webhook said, in the order in which they came.',
    removes: 'reading the session from Stripe',
    breaks: ['verified', 'convergence', 'sessions'],
    sabotage: believing((told) => told.at(-1)),
  },
  {
    name: 'order by created',
    wrong: 'A session is taken to be what the newest event says by `created`, which counts whole seconds.',
    removes: 'reading the session from Stripe',
    breaks: ['verified', 'convergence', 'sessions'],
    sabotage: believing((told) => told.toSorted((left, right) => right.created - left.created)[0]),
  },
  {
    name: 'forgets events that change nothing',
    wrong: 'An event without an effect is done without a note of it.',
    removes: 'the event marker where nothing is saved',
    breaks: ['events'],
    sabotage: withCustomers(() => ({ markEventProcessed: () => Promise.resolve() })),
  },
  {
    name: 'marker and effect apart',
    wrong: 'An event is marked first, and its effect is saved after that, without a look at the marker.',
    removes: 'the event marker in the same write as its effect',
    breaks: ['events'],
    sabotage: withCustomers((customers) => ({
      save: async ({ eventId, ...input }) => {
        if (eventId !== undefined) await customers.markEventProcessed(eventId, input.atMs);
        await customers.save(input);
      },
    })),
  },
  {
    name: 'retry without a reload',
    wrong: 'A change that lost its race is saved as it is on top of the one that won.',
    removes: 'loading and deciding anew after a conflict',
    breaks: ['audit trail', 'verified', 'gate', "operator's word", 'sessions', 'convergence', 'pushes'],
    sabotage: withCustomers((customers) => ({
      save: async (input) => {
        try {
          await customers.save(input);
        } catch (fault) {
          if (!(fault instanceof ConcurrentChange)) throw fault;
          const { subaccountId, id } = input.before;
          const { customer } = await customers.loadContext({ subaccountId, customerId: id });
          const after = { ...input.change.after, version: customer.version + 1 };
          await customers.save({ ...input, before: customer, change: { ...input.change, after } });
        }
      },
    })),
  },
  {
    name: 'a lost race is a success',
    wrong: 'An event whose save lost its race is done, without an effect.',
    removes: 'the retry after a conflict',
    breaks: ['events'],
    sabotage: withCustomers((customers) => ({
      save: async (input) => {
        try {
          await customers.save(input);
        } catch (fault) {
          throw fault instanceof ConcurrentChange && input.eventId !== undefined
            ? new DuplicateEvent()
            : fault;
        }
      },
    })),
  },
  {
    name: 'failed messages are deleted',
    wrong: 'The worker reports its whole batch as done.',
    removes: 'the batch’s item failures',
    breaks: ['events'],
    sabotage: {
      handlers: (handlers) => ({
        ...handlers,
        processWebhook: async (batch) => {
          await handlers.processWebhook(batch);
          return { batchItemFailures: [] };
        },
      }),
    },
  },
];
