// What heals what no webhook told: when it doesn't, or only seems to.

import type { Bug } from './bug.ts';
import { withCharges, withCustomers, withParts } from './patches.ts';

export const reconcilerBugs: readonly Bug[] = [
  {
    name: 'open sessions are not read back',
    wrong: 'The reconciler finds no session that may still change.',
    removes: 'the index of open sessions',
    breaks: ['convergence', 'sessions'],
    sabotage: withParts(({ openSessionList }) => ({
      openSessionList: {
        ...openSessionList,
        newest: () => Promise.resolve([]),
        page: () => Promise.resolve({ sessions: [], nextCursor: null }),
      },
    })),
  },
  {
    name: 'the sweep looks at the newest event only',
    wrong: 'What Stripe could not deliver earlier is never looked at.',
    removes: 'the pages behind the newest, and the cursor that leads on in the next run',
    breaks: ['events'],
    sabotage: withParts(({ stripe }) => ({
      stripe: async () => {
        const { undelivered, ...others } = await stripe();
        const page: typeof undelivered.page = async () => ({
          ...(await undelivered.page({ cursor: null, limit: 1 })),
          nextCursor: null,
        });
        return { ...others, undelivered: { page } };
      },
    })),
  },
  {
    name: 'the sweep forgets its cursor',
    wrong: 'Each run begins anew, and none ever comes to what is further behind.',
    removes: 'the cursor that leads on in the next run',
    breaks: ['events'],
    sabotage: withParts(({ stripe, progress }) => ({
      progress: { ...progress, load: () => Promise.resolve(null) },
      stripe: async () => {
        const { undelivered, ...others } = await stripe();
        let pages = 0;
        const page: typeof undelivered.page = async ({ cursor }) => {
          pages += 1;
          const answer = await undelivered.page({ cursor, limit: 1 });
          return pages > 2 ? { events: [], malformed: 0, nextCursor: null } : answer;
        };
        return { ...others, undelivered: { page } };
      },
    })),
  },
  {
    name: 'the sweep believes that all is processed',
    wrong: 'No undelivered event is ever put back on the queue.',
    removes: 'looking for markers',
    breaks: ['events'],
    sabotage: withCustomers(() => ({ unprocessedEvents: () => Promise.resolve(new Set()) })),
  },
  {
    name: 'the sweep marks instead of processing',
    wrong: 'Undelivered events are noted as processed and have no effect.',
    removes: 'the way through the queue',
    breaks: ['convergence'],
    sabotage: withParts(({ stripe, customers, clock }) => ({
      stripe: async () => {
        const { undelivered, ...others } = await stripe();
        const page: typeof undelivered.page = async (options) => {
          const answer = await undelivered.page(options);
          for (const { eventId } of answer.events) await customers.markEventProcessed(eventId, clock.nowMs());
          return answer;
        };
        return { ...others, undelivered: { page } };
      },
    })),
  },
  {
    name: 'the sweep holds before it sends',
    wrong: 'An event is noted as put back for a day, and then the queue fails.',
    removes: 'the order of sending and holding',
    breaks: ['events'],
    sabotage: withParts(({ requeued, clock }) => ({
      requeued: {
        ...requeued,
        held: async (eventIds, atMs) => {
          const held = await requeued.held(eventIds, atMs);
          const free = eventIds.filter((id) => !held.has(id));
          for (const id of free) await requeued.hold(id, clock.nowMs() + 24 * 60 * 60_000);
          return held;
        },
      },
    })),
  },
  {
    name: 'the first charge is the one that comes first',
    wrong: 'Which payment was a customer’s first is taken from the order of the events.',
    removes: 'asking Stripe for the first one',
    breaks: ['convergence'],
    sabotage: withCharges(() => ({ firstSuccessfulCharge: () => Promise.resolve(null) })),
  },
];
