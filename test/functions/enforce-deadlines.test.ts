// On schedule: data whose time is over goes, here at once and at Stripe after that.

import { beforeEach, describe, expect, it } from 'vitest';
import { changeCustomer } from '../../functions/domain/customer-change.ts';
import type { CustomerRef } from '../../functions/domain/customer.ts';
import { StripeUnavailable } from '../../functions/domain/faults.ts';
import { verifiedFields } from '../../functions/domain/verified-data.ts';
import type { EnforceDeadlinesDeps } from '../../functions/use-cases/enforce-deadlines.ts';
import { saveChange } from '../../functions/use-cases/save-change.ts';
import { dayMs, nowMs } from '../support/builders.ts';
import { nothing, openDeadlineScene, type DeadlineScene } from './deadline-scene.ts';

let scene: DeadlineScene;

beforeEach(async () => {
  scene = await openDeadlineScene();
});

it('does nothing where no policy sets a deadline', async () => {
  await scene.addVerified();
  scene.clock.advance(5000 * dayMs);

  expect(await scene.enforce()).toEqual(nothing);
  expect(scene.log.lines).toContainEqual({ message: 'deadlines enforced', fields: { counts: nothing } });
});

describe('data that a policy keeps for 30 days', () => {
  beforeEach(() => scene.changePolicy({ retentionDays: 30 }));

  it('goes exactly then, not a millisecond before, in the name of the policy', async () => {
    const ref = await scene.verifyWithStripe();
    scene.clock.advance(30 * dayMs - 1);
    expect(await scene.enforce()).toEqual(nothing);

    scene.clock.advance(1);
    expect(await scene.enforce()).toMatchObject({ redactionsStarted: 1, redactionsContinued: 1 });

    expect(await scene.customerOf(ref)).toMatchObject({
      identityStatus: 'verified',
      redaction: { requestedAtMs: scene.clock.nowMs(), throughSession: 1, completedAtMs: null },
    });
    expect(scene.lastEntry(ref)).toMatchObject({ actor: 'system:retention', action: 'redaction_requested' });
    expect(await scene.identityData.load(ref, verifiedFields)).toBeNull();
    expect(await scene.customers.loadSignup(ref)).toBeNull();
    expect(scene.metrics.counted('RedactionsStarted')).toBe(1);
  });

  it('is gone once Stripe says so: a later run ends it, and one more does nothing', async () => {
    const ref = await scene.verifyWithStripe();
    const { session } = await scene.customerOf(ref);
    scene.clock.advance(30 * dayMs);
    await scene.enforce();
    expect(await scene.enforce()).toEqual({ ...nothing, redactionsContinued: 1 });

    scene.identity.finishRedaction(session?.id ?? '');
    await scene.enforce();

    expect(await scene.customerOf(ref)).toMatchObject({ redaction: { completedAtMs: scene.clock.nowMs() } });
    expect(await scene.enforce()).toEqual(nothing);
  });

  it('also goes of somebody for whom an operator vouched', async () => {
    const ref = await scene.addVerified({ manualVerification: { by: 'u_ada', atMs: nowMs, version: 1 } });
    scene.clock.advance(30 * dayMs);

    expect(await scene.enforce()).toMatchObject({ redactionsStarted: 1 });
    expect((await scene.customerOf(ref)).redaction).not.toBeNull();
  });

  it('stays where the policy was changed meanwhile, and in other subaccounts', async () => {
    const mine = await scene.addVerified();
    const others = await scene.addVerified({ subaccountId: 'metro' });
    scene.clock.advance(60 * dayMs);
    const asListed = await scene.deadlineList.subaccounts();
    await scene.changePolicy({ retentionDays: null });
    const deadlineList = { ...scene.deadlineList, subaccounts: () => Promise.resolve(asListed) };

    expect(await scene.enforce({ deadlineList })).toEqual(nothing);
    expect([(await scene.customerOf(mine)).redaction, (await scene.customerOf(others)).redaction]).toEqual([
      null,
      null,
    ]);
  });

  it('stays of one who verifies again while the run is at him', async () => {
    const ref = await scene.addVerified();
    scene.clock.advance(30 * dayMs);
    let verifiesAgain = true;
    const verifiedAtMs: EnforceDeadlinesDeps['deadlines']['verifiedAtMs'] = async (of) => {
      const found = await scene.deadlines.verifiedAtMs(of);
      if (verifiesAgain) {
        verifiesAgain = false;
        const context = await scene.customers.loadContext(of);
        const difference = { verifiedAtMs: scene.clock.nowMs() };
        const change = changeCustomer(context.customer, 'identity_verified', difference);
        await saveChange(scene, context, change, { actor: { kind: 'stripe', id: 'evt_1' } });
      }
      return found;
    };

    expect(await scene.enforce({ deadlines: { ...scene.deadlines, verifiedAtMs } })).toEqual(nothing);
    expect((await scene.customerOf(ref)).redaction).toBeNull();
  });

  it('goes of everybody, also of more than one page, and of several subaccounts', async () => {
    await scene.changePolicy({ retentionDays: 10 }, 'metro');
    const riders = Array.from({ length: 60 }, (_, number) => `rider-${number}`);
    for (const id of riders) await scene.addVerified({ id });
    for (const id of riders.slice(0, 30)) await scene.addVerified({ id, subaccountId: 'metro' });
    scene.clock.advance(30 * dayMs);

    expect(await scene.enforce()).toEqual({ ...nothing, redactionsStarted: 90, redactionsContinued: 90 });
  });
});

describe('open redactions', () => {
  const startAll = async (count: number): Promise<CustomerRef[]> => {
    await scene.changePolicy({ retentionDays: 1 });
    const refs: CustomerRef[] = [];
    for (let number = 0; number < count; number += 1)
      refs.push(await scene.verifyWithStripe(`rider-${number}`));
    scene.clock.advance(dayMs);
    return refs;
  };

  it('are counted once they have been open for more than a week', async () => {
    await startAll(1);
    await scene.enforce();
    scene.clock.advance(7 * dayMs);
    await scene.enforce();
    expect(scene.metrics.counted('RedactionsOverdue')).toBe(0);

    scene.clock.advance(1);
    await scene.enforce();

    expect(scene.metrics.counted('RedactionsOverdue')).toBe(1);
  });

  it('wait for Stripe where it is down, while our own copies go all the same', async () => {
    const refs = await startAll(6);
    scene.identity.failWith(new StripeUnavailable('down'));

    await expect(scene.enforce()).rejects.toThrow(StripeUnavailable);

    for (const ref of refs) expect(await scene.identityData.load(ref, verifiedFields)).toBeNull();
    const counts = { ...nothing, redactionsStarted: 6, customersFailed: 3 };
    expect(scene.log.lines).toContainEqual({ message: 'deadlines enforced', fields: { counts } });

    scene.identity.failWith(null);
    expect(await scene.enforce()).toEqual({ ...nothing, redactionsContinued: 6 });
  });

  it('wait where Stripe’s key can’t be read', async () => {
    const [ref] = await startAll(1);
    const identity = () => Promise.reject(new Error('AccessDenied'));

    await expect(scene.enforce({ identity })).rejects.toThrow('AccessDenied');

    expect(ref && (await scene.customerOf(ref)).redaction).toMatchObject({ completedAtMs: null });
  });

  it('are gone on with where the last run stopped', async () => {
    await startAll(30);
    await scene.enforce();
    const asked: string[] = [];
    const findSessions: (typeof scene.identity)['findSessions'] = (ref) => {
      asked.push(ref.customerId);
      // A run gets to six of them.
      scene.clock.advance(10_000);
      return scene.identity.findSessions(ref);
    };
    const identity = () => Promise.resolve({ ...scene.identity, findSessions });

    for (let run = 0; run < 5; run += 1) await scene.enforce({ identity });

    expect(asked).toHaveLength(30);
    expect(new Set(asked).size).toBe(30);
  });

  it('are not kept waiting by one that takes too long, or ends the run', async () => {
    await startAll(2);
    await scene.enforce();
    const asked: string[] = [];
    const findSessions: (typeof scene.identity)['findSessions'] = (ref) => {
      asked.push(ref.customerId);
      scene.clock.advance(dayMs);
      return Promise.reject(new StripeUnavailable('no answer'));
    };
    const identity = () => Promise.resolve({ ...scene.identity, findSessions });

    for (let run = 0; run < 4; run += 1) await scene.enforce({ identity }).catch(() => undefined);

    expect(asked).toEqual(['rider-0', 'rider-1', 'rider-0', 'rider-1']);
  });
});
