// Verification sessions: a second one that is open, and attempts that nobody counts right.

import type { Bug } from './bug.ts';
import { keyOfPut, savingAs, withAfter, withCustomers, withIdentity, withWrites } from './patches.ts';

export const sessionBugs: readonly Bug[] = [
  {
    name: 'new idempotency key each time',
    wrong: 'A repeated creation makes another session.',
    removes: 'the key that is the same for the same claim',
    breaks: ['sessions'],
    sabotage: withIdentity((identity) => {
      let tries = 0;
      return {
        createSession: (ref, record, stripeCustomerId) => {
          tries += 1;
          return identity.createSession(
            ref,
            { ...record, claimId: `${record.claimId}-${tries}` },
            stripeCustomerId,
          );
        },
      };
    }),
  },
  {
    name: 'orphans aren’t looked for',
    wrong: 'After a creation that failed another session is made, although the first may exist.',
    removes: 'looking for an open session of a claim that was given up',
    breaks: ['sessions'],
    sabotage: withIdentity(() => ({ findOpenSession: () => Promise.resolve(null) })),
  },
  {
    name: 'claims are never given up',
    wrong: 'A claim whose creation failed stays, and Stripe answers it with the same failure for a day.',
    removes: 'releasing the claim',
    breaks: ['convergence'],
    sabotage: withCustomers(() => ({ releaseSession: () => Promise.resolve() })),
  },
  {
    name: 'claims are given up while they are in use',
    wrong: 'Whoever finds a claim takes it for one that was given up, and makes a session of his own.',
    removes: 'sharing a claim that stands',
    breaks: ['sessions'],
    sabotage: withCustomers((customers) => ({
      reserveSession: async (ref, wanted, staleBeforeMs) => {
        const claim = await customers.reserveSession(ref, wanted, staleBeforeMs);
        return claim.claimId === wanted.claimId ? claim : { ...claim, claimId: wanted.claimId };
      },
    })),
  },
  {
    name: 'a claim of before counts',
    wrong: 'A session that was made with a claim from before an operator asked anew counts as made after it.',
    removes: 'the epoch of a claim',
    breaks: ['verified', "operator's word", 'sessions'],
    sabotage: withCustomers((customers) => ({
      reserveSession: async (ref, wanted, staleBeforeMs) => ({
        ...(await customers.reserveSession(ref, wanted, staleBeforeMs)),
        epoch: wanted.epoch,
      }),
    })),
  },
  {
    name: 'sessions are never closed',
    wrong: 'A session that no longer counts stays open at Stripe.',
    removes: 'canceling at Stripe',
    breaks: ['sessions', 'verified'],
    sabotage: withIdentity(() => ({ cancelSession: () => Promise.resolve() })),
  },
  {
    name: 'each session begins with all attempts',
    wrong: 'The count of attempts begins anew with each session.',
    removes: 'counting over all sessions of a requirement',
    breaks: ['sessions'],
    sabotage: savingAs((input) =>
      input.change.action === 'session_started' ? withAfter(input, { attemptCount: 0 }) : input,
    ),
  },
  {
    name: 'reports are counted twice',
    wrong: 'A report counts as an attempt each time it is read.',
    removes: 'the note of how many reports of a session were counted',
    breaks: ['sessions'],
    sabotage: withCustomers((customers) => ({
      loadSession: async (ref, number) => {
        const record = await customers.loadSession(ref, number);
        return record === null ? null : { ...record, countedReports: 0 };
      },
    })),
  },
  {
    name: 'a word on biometrics is dropped',
    wrong: 'What a rider says to the comparison of face and document isn’t kept with his session.',
    removes: 'the consent in the session’s record',
    breaks: ['consent'],
    sabotage: withWrites((write) =>
      write.Put === undefined || !keyOfPut(write).sk.startsWith('SESSION#')
        ? write
        : { Put: { ...write.Put, Item: { ...write.Put.Item, consent: null } } },
    ),
  },
];
