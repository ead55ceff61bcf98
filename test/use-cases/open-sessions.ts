// Riders of the subaccount `harbor` with sessions that no webhook tells of: the scene of the reconciler's tests.

import type { CustomerRef } from '../../functions/domain/customer.ts';
import type { PolicyRules } from '../../functions/domain/policy.ts';
import {
  reconcileSessions,
  sessionBounds,
  type ReconcileSessionsDeps,
  type SessionBounds,
} from '../../functions/use-cases/reconcile-sessions.ts';
import type { ReconcileCounts } from '../../functions/domain/reconciler-run.ts';
import { startVerification } from '../../functions/use-cases/start-verification.ts';
import { addCustomer } from '../support/add-customer.ts';
import { minuteMs, nowMs } from '../support/builders.ts';
import { createWorld, type World } from '../support/in-memory/world.ts';

export type Rider = { ref: CustomerRef; sessionId: string };

export type Scene = World & {
  /** A rider who began a session so many minutes ago. */
  rider: (minutesAgo: number) => Promise<Rider>;
  riders: (count: number, minutesAgo: (index: number) => number) => Promise<Rider[]>;
  statusOf: (rider: Rider) => Promise<string | null>;
  /** One run of the reconciler over the sessions, with what it counted; some ports may be replaced. */
  run: (
    bounds?: Partial<SessionBounds>,
    replaced?: Partial<ReconcileSessionsDeps>,
  ) => Promise<Partial<ReconcileCounts>>;
  /** The sessions that Stripe was asked for since the last look. */
  asked: () => string[];
};

export async function openScene(rules: Partial<PolicyRules> = {}): Promise<Scene> {
  const world = createWorld({ nowMs });
  await world.addSubaccount('harbor', { verificationMode: 'all_users', ...rules });
  let count = 0;
  let asked: string[] = [];
  const { retrieveSession } = world.identity;
  const identity = Object.assign(world.identity, {
    retrieveSession: (...input: Parameters<typeof retrieveSession>) => {
      asked.push(input[0]);
      return retrieveSession(...input);
    },
  });

  const rider = async (minutesAgo: number): Promise<Rider> => {
    count += 1;
    const ref = await addCustomer(world.customers, { subaccountId: 'harbor', id: `rider-${count}` });
    world.clock.set(nowMs - minutesAgo * minuteMs);
    const { sessionId } = await startVerification(
      { ...world, identity, allowedReturnUrls: [] },
      { ref, actor: { kind: 'rider', id: ref.customerId }, returnUrl: null, consent: null },
    );
    world.clock.set(nowMs);
    return { ref, sessionId };
  };

  return {
    ...world,
    identity,
    rider,
    riders: async (number, minutesAgo) => {
      const all: Rider[] = [];
      for (let index = 0; index < number; index += 1) all.push(await rider(minutesAgo(index)));
      asked = [];
      return all;
    },
    statusOf: async ({ ref }) => (await world.customers.loadContext(ref)).customer.identityStatus,
    run: async (bounds = {}, replaced = {}) => {
      const counts: Partial<ReconcileCounts> = {};
      const deps = { ...world, identity, ...replaced };
      await reconcileSessions(
        deps,
        (name, by = 1) => {
          counts[name] = (counts[name] ?? 0) + by;
        },
        { ...sessionBounds, ...bounds },
      );
      return counts;
    },
    asked: () => {
      const since = asked;
      asked = [];
      return since;
    },
  };
}
