// What makes a customer verified, and what may end it.

import type { Bug } from './bug.ts';
import { misreading, savingAs, withAfter, withCustomers } from './patches.ts';

export const verificationBugs: readonly Bug[] = [
  {
    name: 'epochs are ignored',
    wrong: 'A session from before an operator asked anew satisfies his requirement.',
    removes: 'the epoch of a session',
    breaks: ['verified', "operator's word"],
    sabotage: withCustomers((customers) => ({
      loadSession: async (ref, number) => {
        const record = await customers.loadSession(ref, number);
        if (record === null) return null;
        const { customer } = await customers.loadContext(ref);
        return { ...record, epoch: customer.epoch };
      },
    })),
  },
  {
    name: 'superseded sessions have their say',
    wrong: 'Whatever becomes of an earlier session counts as if it were the current one.',
    removes: 'asking whether a session is the current one',
    breaks: ['convergence', 'verified', 'sessions'],
    sabotage: withCustomers((customers) => ({
      loadSession: async (ref, number) => {
        const record = await customers.loadSession(ref, number);
        const { customer } = await customers.loadContext(ref);
        return record === null ? null : { ...record, number: customer.session?.number ?? number };
      },
    })),
  },
  {
    name: 'a verification can be undone',
    wrong: 'A later event of a session has its say although the customer is verified by now.',
    removes: 'the rule that a verified customer stays it',
    breaks: ['verified'],
    sabotage: misreading((customer) =>
      customer.identityStatus === 'verified' && customer.manualVerification === null
        ? { ...customer, identityStatus: 'pending' }
        : customer,
    ),
  },
  {
    name: 'an operator’s verification is overwritten',
    wrong: 'What Stripe says of an older session ends what an operator vouched for.',
    removes: 'the rule that a manual verification stays',
    breaks: ['verified'],
    sabotage: misreading((customer) =>
      customer.manualVerification === null
        ? customer
        : { ...customer, identityStatus: 'pending', manualVerification: null },
    ),
  },
  {
    name: 'an operator’s requirement keeps the session',
    wrong: 'The session that was open when an operator asked for verification satisfies it.',
    removes: 'dropping the current session with a requirement of an operator',
    breaks: ['verified', 'sessions'],
    sabotage: savingAs((input) =>
      input.actor.kind === 'operator' && input.change.action === 'requirement_raised'
        ? withAfter(input, { session: input.before.session })
        : input,
    ),
  },
  {
    name: 'an operator’s requirement keeps the verification',
    wrong: 'Who is verified when an operator asks for verification stays it.',
    removes: 'the status that goes back to null with a requirement of an operator',
    breaks: ['verified'],
    sabotage: savingAs((input) => {
      const { identityStatus, verifiedAtMs, manualVerification, session } = input.before;
      return input.actor.kind === 'operator' && identityStatus === 'verified'
        ? withAfter(input, { identityStatus, verifiedAtMs, manualVerification, session })
        : input;
    }),
  },
  {
    name: 'verified and still required',
    wrong: 'A verification leaves the requirement standing.',
    removes: 'the requirement that goes off with a verification',
    breaks: ['verified'],
    sabotage: savingAs((input) =>
      input.change.action === 'identity_verified'
        ? withAfter(input, { requirement: input.before.requirement })
        : input,
    ),
  },
  {
    name: 'a good payment lifts a requirement',
    wrong: 'Whoever pays without risk may ride, also where an operator has required him to verify.',
    removes: 'the rule that a payment only ever raises a requirement',
    breaks: ["operator's word"],
    sabotage: savingAs((input) =>
      input.change.action === 'risk_assessed' ? withAfter(input, { requirement: { state: 'none' } }) : input,
    ),
  },
];
