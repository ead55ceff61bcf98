// How a rider comes to ask for a session, and what has to be true of it whatever went wrong when he did.

import type { PolicyRules } from '../../../../functions/domain/policy.ts';
import { calling, deliverTheRest, insist } from './deeds.ts';
import { expectSame, openStage, type Deed, type Stage } from './stage.ts';
import type { Scene } from './sweep.ts';

export type Asking = {
  name: string;
  rules: Partial<PolicyRules>;
  /** What has happened when he asks. */
  before: (stage: Stage) => Promise<void>;
  ask: Deed;
  /** How many cases there are, with the one in which nothing goes wrong. */
  cases: { alone: number; together: number };
};

const everybody = { verificationMode: 'all_users' } as const;
const ask = calling('ask', 201);
const askWithoutSelfie = calling('askWithoutSelfie', 201);

export const askings: readonly [Asking, ...Asking[]] = [
  {
    name: 'for the first time',
    rules: everybody,
    before: () => Promise.resolve(),
    ask,
    cases: { alone: 36, together: 11 },
  },
  {
    name: 'and is flagged by that',
    rules: {},
    before: (stage) => stage.changeRules(everybody),
    ask,
    cases: { alone: 44, together: 13 },
  },
  {
    name: 'once more, for the same session',
    rules: everybody,
    before: async (stage) => {
      await insist(stage, ask);
      stage.stripe.identity.abandon('vs_1');
    },
    ask,
    cases: { alone: 33, together: 11 },
  },
  {
    name: 'after his session was canceled',
    rules: everybody,
    before: async (stage) => {
      await insist(stage, ask);
      await stage.stripe.identity.cancelSession('vs_1');
    },
    ask,
    cases: { alone: 56, together: 17 },
  },
  {
    name: 'after an operator asked him anew, with a session open',
    rules: everybody,
    before: async (stage) => {
      await insist(stage, ask);
      await insist(stage, calling('require', 200));
    },
    ask,
    cases: { alone: 62, together: 19 },
  },
  {
    name: 'without the selfie that his open session wants',
    rules: everybody,
    before: async (stage) => {
      await insist(stage, ask);
      await stage.changeRules({ requireSelfie: false });
    },
    ask: askWithoutSelfie,
    cases: { alone: 82, together: 25 },
  },
];

/** He asks, and again if he has to; `between` happens before that. */
export function sceneOf({ name, rules, before, ask: asks }: Asking, between: Deed | null = null): Scene {
  return {
    name: between === null ? name : `${name}, and is required anew in between`,
    deed: asks,
    open: async (watch) => {
      const stage = await openStage(rules, watch);
      await insist(stage, calling('signUp', 201));
      await before(stage);
      return stage;
    },
    finish: async (stage) => {
      if (between !== null) await insist(stage, between);
      await insist(stage, asks);
      const given = stage.journal.calls.at(-1)?.answer?.body['session_id'];
      expectSame(stage.open(), [given]);
      await verifiesWith(stage, String(given));
    },
  };
}

/** What he was given works. */
async function verifiesWith(stage: Stage, id: string): Promise<void> {
  stage.stripe.identity.process(id);
  stage.stripe.identity.verify(id);
  await deliverTheRest(stage);
  const { identityStatus, session } = stage.customer();
  expectSame(
    { identityStatus, session: session?.id, open: stage.open() },
    { identityStatus: 'verified', session: id, open: [] },
  );
}

/** Two phones never leave two sessions open, not even before he asks again. */
export function withTwoPhones(scene: Scene): Scene {
  return {
    ...scene,
    finish: async (stage, outcome) => {
      const given = stage.journal.calls.slice(-2).map(({ answer }) => answer?.body['session_id']);
      if (stage.open().length > 1 || !given.includes(stage.open()[0])) {
        throw new Error(`${given.join(' and ')} were given out, and ${stage.open().join(' and ')} are open`);
      }
      await scene.finish(stage, outcome);
    },
  };
}
