// What events do to a rider, from the moment at which the last two of them are on their way.

import type { PolicyRules } from '../../../../functions/domain/policy.ts';
import type { Charge } from '../../../../functions/domain/risk.ts';
import type { SentEvent } from '../../stripe/simulated-stripe.ts';
import { stripeCustomerOf } from '../../actors/cast.ts';
import { calling, deliverTheRest, delivering, insist } from './deeds.ts';
import { expectSame, openStage, rider, type Deed, type Stage } from './stage.ts';
import type { Scene } from './sweep.ts';

type Tale = {
  name: string;
  rules: Partial<PolicyRules>;
  /** All but the last two events were delivered when this is over. */
  before: (stage: Stage) => Promise<void>;
  /** The rider's status, what is asked of him, his attempts, and his open sessions, once all was delivered. */
  end: { status: string | null; requirement: string; attempts: number; open: readonly string[] };
  deliverLast: Deed;
  deliverEarlier: Deed;
  /** How many cases there are, with the one in which nothing goes wrong. */
  cases: { alone: number; together: number };
};

const everybody = { verificationMode: 'all_users' } as const;
const error = 'document_unverified_other';

export const tales: readonly Tale[] = [
  tale('verifies a rider', everybody, {
    before: async (stage) => {
      await openSession(stage);
      stage.stripe.identity.process('vs_1');
      stage.stripe.identity.verify('vs_1');
    },
    end: { status: 'verified', requirement: 'none', attempts: 1, open: [] },
    cases: { alone: 31, together: 33 },
  }),
  tale('gives a rider another try', everybody, {
    before: async (stage) => {
      await openSession(stage);
      stage.stripe.identity.process('vs_1');
      stage.stripe.identity.reject('vs_1', error);
    },
    end: { status: 'requires_input', requirement: 'required', attempts: 1, open: ['vs_1'] },
    cases: { alone: 31, together: 33 },
  }),
  tale(
    'ends the last try, so that the session is closed',
    { ...everybody, maxAttempts: 1 },
    {
      before: async (stage) => {
        await openSession(stage);
        stage.stripe.identity.process('vs_1');
        stage.stripe.identity.reject('vs_1', error);
      },
      end: { status: 'failed', requirement: 'required', attempts: 1, open: [] },
      cases: { alone: 38, together: 39 },
    },
  ),
  tale('takes a verification back', everybody, {
    before: async (stage) => {
      await openSession(stage);
      stage.stripe.identity.process('vs_1');
      await deliverTheRest(stage);
      stage.stripe.identity.verify('vs_1');
      await insist(stage, calling('refresh', 200));
      stage.stripe.identity.reject('vs_1', error);
    },
    end: { status: 'requires_input', requirement: 'required', attempts: 2, open: ['vs_1'] },
    cases: { alone: 31, together: 33 },
  }),
  tale('is of a session that an operator has superseded', everybody, {
    before: async (stage) => {
      await openSession(stage);
      stage.stripe.identity.process('vs_1');
      await insist(stage, calling('require', 200));
      stage.stripe.identity.reject('vs_1', error);
    },
    end: { status: null, requirement: 'required', attempts: 0, open: [] },
    cases: { alone: 38, together: 39 },
  }),
  tale('comes too late for a rider whom an operator vouched for', everybody, {
    before: async (stage) => {
      await openSession(stage);
      stage.stripe.identity.process('vs_1');
      await insist(stage, calling('vouch', 200));
      stage.stripe.identity.reject('vs_1', error);
    },
    end: { status: 'verified', requirement: 'none', attempts: 0, open: [] },
    cases: { alone: 38, together: 39 },
  }),
  tale('cancels a session', everybody, {
    before: async (stage) => {
      await openSession(stage);
      stage.stripe.identity.abandon('vs_1');
      await stage.stripe.identity.cancelSession('vs_1');
    },
    end: { status: 'canceled', requirement: 'required', attempts: 0, open: [] },
    cases: { alone: 31, together: 33 },
  }),
  tale(
    'is of a risky first payment',
    {},
    {
      before: (stage) => {
        pay(stage, 'highest');
        pay(stage, 'normal');
        return Promise.resolve();
      },
      end: { status: null, requirement: 'required', attempts: 0, open: [] },
      cases: { alone: 33, together: 33 },
    },
  ),
];

/** The last two events of each tale that is being told, older first. */
const onTheWay = new WeakMap<Stage, readonly SentEvent[]>();

/** The deed on a stage that was set as the tale says; all else is delivered afterwards. */
export function sceneOf({ name, rules, before, end }: Tale, deed: Deed): Scene {
  return {
    name,
    deed,
    open: async (watch) => {
      const stage = await openStage(rules, watch);
      await insist(stage, calling('signUp', 201));
      await before(stage);
      const waiting = stage.stripe.events.filter(({ delivered }) => !delivered);
      if (waiting.length !== 2) throw new Error(`${waiting.length} events are on their way`);
      onTheWay.set(stage, waiting);
      return stage;
    },
    finish: async (stage) => {
      await deliverTheRest(stage);
      const { identityStatus, requirement, attemptCount } = stage.customer();
      const reached = { status: identityStatus, requirement: requirement.state, attempts: attemptCount };
      expectSame({ ...reached, open: stage.open() }, end);
    },
  };
}

function tale(name: string, rules: Partial<PolicyRules>, rest: Pick<Tale, 'before' | 'end' | 'cases'>): Tale {
  return { name, rules, ...rest, deliverLast: deliverUndelivered(1), deliverEarlier: deliverUndelivered(0) };
}

function deliverUndelivered(place: 0 | 1): Deed {
  return (stage) => {
    const sent = onTheWay.get(stage)?.[place];
    if (sent === undefined) throw new Error('there are fewer events on their way');
    return delivering(sent)(stage);
  };
}

async function openSession(stage: Stage): Promise<void> {
  await insist(stage, calling('ask', 201));
  await deliverTheRest(stage);
}

function pay({ stripe }: Stage, riskLevel: string): Charge {
  const stripeCustomerId = stripeCustomerOf(rider);
  return stripe.pay({
    stripeCustomerId,
    riskLevel,
    status: 'succeeded',
    radarScore: null,
    outcomeType: 'authorized',
  });
}
