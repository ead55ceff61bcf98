// What may happen to a rider just while he asks for a ride, and what the gate may answer.

import type { PolicyRules } from '../../../../functions/domain/policy.ts';
import { stripeCustomerOf } from '../../actors/cast.ts';
import { calling, deliverTheRest, delivering, insist } from './deeds.ts';
import { expectSame, openStage, rider, type Deed, type Stage } from './stage.ts';
import type { Scene } from './sweep.ts';

export type Moment = {
  name: string;
  rules: Partial<PolicyRules>;
  before: (stage: Stage) => Promise<void>;
  deed: Deed;
  /** What the gate answers before it and after it. */
  was: string;
  is: string;
  /** How many cases there are, with the one in which nothing goes wrong. */
  cases: { during: number };
};

const everybody = { verificationMode: 'all_users' } as const;
export const rides = calling('ride', 200, 403);

const lastEvent: Deed = (stage) => {
  const sent = stage.stripe.events.at(-1);
  if (sent === undefined) throw new Error('there is no event');
  return delivering(sent)(stage);
};

export const moments: readonly Moment[] = [
  {
    name: 'an operator requires that he verifies again',
    rules: everybody,
    before: (stage) => insist(stage, calling('vouch', 200)),
    deed: calling('require', 200),
    was: '200 verified',
    is: '403 verification_required',
    cases: { during: 5 },
  },
  {
    name: 'an operator clears him',
    rules: everybody,
    before: () => Promise.resolve(),
    deed: calling('clear', 200),
    was: '403 verification_required',
    is: '200 requirement_cleared',
    cases: { during: 5 },
  },
  {
    name: 'Stripe’s word that he is verified arrives',
    rules: everybody,
    before: async (stage) => {
      await insist(stage, calling('ask', 201));
      stage.stripe.identity.process('vs_1');
      stage.stripe.identity.verify('vs_1');
    },
    deed: lastEvent,
    was: '403 verification_pending',
    is: '200 verified',
    cases: { during: 11 },
  },
  {
    name: 'Stripe’s word that his verification was taken back arrives',
    rules: everybody,
    before: async (stage) => {
      await insist(stage, calling('ask', 201));
      stage.stripe.identity.verify('vs_1');
      await deliverTheRest(stage);
      stage.stripe.identity.reject('vs_1', 'document_unverified_other');
    },
    deed: lastEvent,
    was: '200 verified',
    is: '403 verification_requires_input',
    cases: { during: 11 },
  },
  {
    name: 'his first payment turns out to be risky',
    rules: {},
    before: ({ stripe }) => {
      const charge = {
        status: 'succeeded',
        riskLevel: 'highest',
        radarScore: null,
        outcomeType: null,
      } as const;
      stripe.pay({ ...charge, stripeCustomerId: stripeCustomerOf(rider) });
      return Promise.resolve();
    },
    deed: lastEvent,
    was: '200 not_required',
    is: '403 verification_required',
    cases: { during: 11 },
  },
];

/** Something happens, and he asks for a ride; or he asks, and it happens. */
export function sceneOf({ name, rules, before, deed, was, is }: Moment, first: 'deed' | 'ride'): Scene {
  return {
    name: `${name}, ${first} first`,
    deed: first === 'deed' ? deed : rides,
    open: async (watch) => {
      const stage = await openStage(rules, watch);
      await insist(stage, calling('signUp', 201));
      await before(stage);
      return stage;
    },
    finish: async (stage) => {
      const other = answersOf(stage).find(
        (answer) => ![was, is, 'none'].includes(answer) && !answer.startsWith('5'),
      );
      if (other !== undefined) throw new Error(`the gate answered ${other}`);
      await insist(stage, deed);
      await deliverTheRest(stage);
      await insist(stage, rides);
      expectSame(answersOf(stage).at(-1), is);
    },
  };
}

function answersOf({ journal }: Stage): string[] {
  return journal.calls
    .filter(({ action }) => action === 'check-ride')
    .map(({ answer }) => (answer === null ? 'none' : `${answer.status} ${String(answer.body['code'])}`));
}
