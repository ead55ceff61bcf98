// A redaction that dies between any two of its steps comes to the same end when it is gone on with.

import { describe, expect, it } from 'vitest';
import { verifiedFields } from '../../functions/domain/verified-data.ts';
import {
  continueRedaction,
  type ContinueRedactionDeps,
} from '../../functions/use-cases/continue-redaction.ts';
import { processStripeEvent } from '../../functions/use-cases/process-stripe-event.ts';
import { requireVerification } from '../../functions/use-cases/require-verification.ts';
import { aStripeEvent } from '../support/builders.ts';
import { openHarbor, ref, type Harbor } from './harbor.ts';
import { redactOn } from './redaction-scene.ts';

const returnUrl = 'https://fleet.example/app?rider=ada';

/** A rider with a verified session, an open one, and one that fell over before it was saved. */
async function openScene(): Promise<Harbor> {
  const harbor = await openHarbor();
  await harbor.addRider();
  await harbor.start();
  harbor.identity.verify('vs_1');
  await processStripeEvent(harbor, aStripeEvent({ eventId: 'evt_1' }));
  await requireVerification(harbor, ref, { userId: 'op-1', code: 'other', notes: 'Looks odd.' });
  await harbor.start();
  await harbor.identity.cancelSession('vs_2');
  await processStripeEvent(harbor, aStripeEvent({ eventId: 'evt_2', objectId: 'vs_2' }));
  const { createSession } = harbor.identity;
  const dying = {
    ...harbor.identity,
    createSession: async (...claim: Parameters<typeof createSession>) => {
      await createSession(...claim);
      throw new Error('killed');
    },
  };
  await harbor.start({ returnUrl }, { identity: dying }).catch(() => undefined);
  return harbor;
}

/** The ports, of whose calls the `n`th is the last: killed before it has an effect, or right after. */
function mortal(deps: ContinueRedactionDeps, n: number, when: 'before' | 'after') {
  let calls = 0;
  const killedAtLast = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get: (target, name, receiver) => {
        const method: unknown = Reflect.get(target, name, receiver);
        if (typeof method !== 'function') return method;
        return async (...input: unknown[]): Promise<unknown> => {
          calls += 1;
          if (calls > n || (calls === n && when === 'before')) throw new Error('killed');
          const answer: unknown = await Reflect.apply(method, target, input);
          if (calls >= n) throw new Error('killed');
          return answer;
        };
      },
    });
  return {
    deps: {
      ...deps,
      customers: killedAtLast(deps.customers),
      identity: killedAtLast(deps.identity),
      leftovers: killedAtLast(deps.leftovers),
    },
    calls: () => calls,
  };
}

/** Stripe finishes what it was asked for, and the redaction is gone on with until nothing changes any more. */
async function runToItsEnd(harbor: Harbor): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await continueRedaction(harbor, ref);
    for (const { id } of harbor.identity.sessions()) harbor.identity.finishRedaction(id);
  }
  await continueRedaction(harbor, ref);
}

/** What there is of the customer here and at Stripe, without what differs from run to run. */
async function endOf(harbor: Harbor) {
  const sessions = await harbor.leftovers.listSessions(ref);
  return {
    customer: await harbor.customer(),
    audit: harbor.auditOf(ref),
    sessions: sessions.map(({ claimId: _, ...session }) => session),
    signup: await harbor.customers.loadSignup(ref),
    identity: await harbor.identityData.load(ref, verifiedFields),
    atStripe: harbor.identity.sessions().map(({ id, status, redaction }) => ({ id, status, redaction })),
  };
}

describe('a redaction that is killed', () => {
  it.each(['before', 'after'] as const)(
    '%s any of its calls has taken effect ends as one that wasn’t',
    async (when) => {
      const unharmed = await openScene();
      const whole = mortal(unharmed, Infinity, when);
      await redactOn(whole.deps);
      await runToItsEnd(unharmed);
      const expected = await endOf(unharmed);
      expect(expected.customer.redaction?.completedAtMs).not.toBeNull();
      expect(expected.sessions.map(({ options }) => options.returnUrl)).toEqual([null, null, null]);
      expect(whole.calls()).toBeGreaterThan(10);

      for (let n = 1; n <= whole.calls(); n += 1) {
        const harbor = await openScene();
        await redactOn(mortal(harbor, n, when).deps).catch(() => undefined);
        // Where it died before it was saved, the operator got no answer and asks again.
        if ((await harbor.customer()).redaction === null) await redactOn(harbor);
        await runToItsEnd(harbor);
        expect(await endOf(harbor)).toEqual(expected);
      }
    },
  );

  it('by many at once ends once', async () => {
    const harbor = await openScene();

    await Promise.all(Array.from({ length: 5 }, () => redactOn(harbor)));
    for (const { id } of harbor.identity.sessions()) harbor.identity.finishRedaction(id);
    await Promise.all(Array.from({ length: 5 }, () => continueRedaction(harbor, ref)));

    const actions = harbor.auditOf(ref).map(({ action }) => action);
    expect(actions.slice(-2)).toEqual(['redaction_requested', 'redaction_completed']);
    expect(actions.filter((action) => action.startsWith('redaction'))).toHaveLength(2);
  });
});
