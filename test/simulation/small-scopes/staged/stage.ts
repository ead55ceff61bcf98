// A world with one rider, in which things happen one after the other, and go wrong exactly where a test says so.

import { isDeepStrictEqual } from 'node:util';
import { defaultPolicyRules, type PolicyRules } from '../../../../functions/domain/policy.ts';
import type { Customer } from '../../../../functions/domain/customer.ts';
import type { Step } from '../../scheduler.ts';
import { isOpen, stateOf } from '../../stripe/simulated-stripe.ts';
import { createWorld, type World } from '../../world.ts';
import { createDirector, type Cut } from './director.ts';

export const rider = { subaccountId: 'metro', customerId: 'rider' };
/** Something that is done by one invocation, or by several; answers whether it needn't be done again. */
export type Deed = (stage: Stage) => Promise<boolean>;

export type Stage = World & {
  /** Does something from start to end, with the first invocation of it cut; answers the steps that this took. */
  act: (deed: Deed, cuts?: readonly Cut[]) => Promise<{ done: boolean; steps: readonly string[] }>;
  /** Lets somebody else do something while the watched invocation waits before one of its steps. */
  meanwhile: (deed: Deed) => Extract<Cut, { it: 'waits' }>['meanwhile'];
  customer: () => Customer;
  /** The ids of the rider's open sessions at Stripe. */
  open: () => string[];
  changeRules: (rules: Partial<PolicyRules>) => Promise<void>;
};

export async function openStage(
  rules: Partial<PolicyRules>,
  watch: ((step: Step) => void) | null,
): Promise<Stage> {
  const director = createDirector();
  const { chance, weather, direction } = director;
  const tenants = [rider.subaccountId];
  const world = createWorld({ chance, weather, direction, tenants, sabotage: {}, watch });
  const { scheduler, parts, journal, stripe } = world;
  await settle(world, rules);
  world.begin();
  const stage: Stage = {
    ...world,
    act: async (deed, cuts = []) => {
      const steps = director.watch(cuts);
      let done = false;
      scheduler.spawn('act', async () => {
        done = await deed(stage);
      });
      await scheduler.runUntilQuiet();
      return { done, steps };
    },
    meanwhile: (deed) => (over) => {
      scheduler.spawn('somebody else', () => deed(stage), { ended: over });
    },
    customer: () => {
      const customer = journal.commitsOf(rider).at(-1)?.after;
      if (customer === undefined) throw new Error('nobody has signed up');
      return customer;
    },
    open: () =>
      stripe
        .livesOf(rider)
        .filter((life) => isOpen(stateOf(life)))
        .map(({ id }) => id),
    changeRules: async (changes) => {
      const before = journal.policiesOf(rider.subaccountId).at(-1)?.policy;
      if (before === undefined) throw new Error('there is no policy');
      const after = { ...before, ...changes, version: before.version + 1 };
      await stage.act(async () => {
        await parts.subaccounts.savePolicy({ before, after, actor: setup, atMs: scheduler.nowMs() });
        return true;
      });
    },
  };
  return stage;
}

const setup = { kind: 'system', id: 'setup' } as const;

async function settle({ parts, scheduler }: World, rules: Partial<PolicyRules>): Promise<void> {
  const { subaccountId: id } = rider;
  const after = { ...defaultPolicyRules, ...rules, subaccountId: id, version: 1 };
  await parts.subaccounts.create(
    { id, name: id, appName: `${id} app`, version: 1 },
    { before: null, after, actor: setup, atMs: scheduler.nowMs() },
  );
}

export function expectSame(reached: unknown, expected: unknown): void {
  if (isDeepStrictEqual(reached, expected)) return;
  throw new Error(`it ends as ${JSON.stringify(reached)}, not as ${JSON.stringify(expected)}`);
}
