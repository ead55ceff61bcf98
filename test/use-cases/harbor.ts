// `rider-1` of the subaccount `harbor`, which asks everybody to verify: the scene of the sessions' tests.

import type { Customer } from '../../functions/domain/customer.ts';
import type { PolicyRules } from '../../functions/domain/policy.ts';
import type { SessionRequest } from '../../functions/use-cases/session-request.ts';
import {
  startVerification,
  type StartedVerification,
  type StartVerificationDeps,
} from '../../functions/use-cases/start-verification.ts';
import { addCustomer } from '../support/add-customer.ts';
import { nowMs } from '../support/builders.ts';
import { createWorld, type World } from '../support/in-memory/world.ts';

export const ref = { subaccountId: 'harbor', customerId: 'rider-1' };

export type Harbor = World & {
  /** The rider existed before the policy asked everybody, so he isn't flagged yet. */
  addRider: (difference?: Partial<Customer>) => Promise<void>;
  changePolicy: (rules: Partial<PolicyRules>) => Promise<void>;
  /** The rider asks for a session; some ports may be replaced. */
  start: (
    request?: Partial<SessionRequest>,
    replaced?: Partial<StartVerificationDeps>,
  ) => Promise<StartedVerification>;
  customer: () => Promise<Customer>;
  /** The ids of the sessions that wait for input at Stripe. */
  openSessions: () => string[];
  /** The kinds of the pushes so far. */
  pushes: () => string[];
};

export async function openHarbor(rules: Partial<PolicyRules> = {}): Promise<Harbor> {
  const world = createWorld({ nowMs });
  await world.addSubaccount('harbor', { verificationMode: 'all_users', ...rules });
  return {
    ...world,
    addRider: async (difference) => {
      await addCustomer(world.customers, { subaccountId: 'harbor', ...difference });
    },
    changePolicy: async (changes) => {
      const home = await world.subaccounts.load('harbor');
      if (home === null) throw new Error('harbor is gone');
      const after = { ...home.policy, ...changes, version: home.policy.version + 1 };
      const actor = { kind: 'operator', id: 'op-1' } as const;
      await world.subaccounts.savePolicy({ before: home.policy, after, actor, atMs: nowMs });
    },
    start: (request = {}, replaced = {}) =>
      startVerification(
        { ...world, allowedReturnUrls: ['https://fleet.example/'], ...replaced },
        { ref, actor: { kind: 'rider', id: 'rider-1' }, returnUrl: null, consent: null, ...request },
      ),
    customer: async () => (await world.customers.loadContext(ref)).customer,
    openSessions: () =>
      world.identity
        .sessions()
        .filter(({ status }) => status === 'requires_input')
        .map(({ id }) => id),
    pushes: () => world.outboxOf(ref).map(({ kind }) => kind),
  };
}
