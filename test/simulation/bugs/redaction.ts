// What takes a customer's data away, and keeps it away.

import type { Bug } from './bug.ts';
import { misreading, withIdentity, withParts, withWrites } from './patches.ts';

export const redactionBugs: readonly Bug[] = [
  {
    name: 'a redaction leaves what is kept',
    wrong: 'The redaction is saved, and nothing is deleted with it.',
    removes: 'the deletions in the same write as the redaction',
    breaks: ['redaction'],
    sabotage: withWrites((write) => (write.Delete === undefined ? write : null)),
  },
  {
    name: 'a session of before is kept after all',
    wrong: 'What a session verifies late, from before a redaction, is stored.',
    removes: 'the number of the last session that a redaction took in',
    breaks: ['redaction'],
    sabotage: misreading((customer) =>
      customer.redaction === null
        ? customer
        : { ...customer, redaction: { ...customer.redaction, throughSession: 0 } },
    ),
  },
  {
    name: 'a session that is being checked is not waited for',
    wrong: 'A redaction counts as done although Stripe couldn’t redact a session yet.',
    removes: 'waiting for a session in processing',
    breaks: ['redaction'],
    sabotage: withIdentity((identity) => ({
      redactSession: async (id) => {
        const answer = await identity.redactSession(id);
        return answer === 'processing' ? 'gone' : answer;
      },
    })),
  },
  {
    name: 'notes stay',
    wrong: 'What operators wrote before a redaction is left.',
    removes: 'the removal of notes',
    breaks: ['redaction'],
    sabotage: withParts(({ leftovers }) => ({
      leftovers: { ...leftovers, removeNotes: () => Promise.resolve() },
    })),
  },
];
