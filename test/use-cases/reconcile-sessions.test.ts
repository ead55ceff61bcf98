// What no webhook told is read back from Stripe: the recent first, the rest in turn, within bounds.

import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { ConcurrentChange, StripeRefused, StripeUnavailable } from '../../functions/domain/faults.ts';
import { requireVerification } from '../../functions/use-cases/require-verification.ts';
import { verifyManually } from '../../functions/use-cases/verify-manually.ts';
import { openScene, type Scene } from './open-sessions.ts';

const dayMinutes = 24 * 60;
const operator = { userId: 'op-1', notes: 'Seen at the desk.' };

let scene: Scene;

beforeEach(async () => {
  scene = await openScene();
});

const openAtStripe = () =>
  scene.identity
    .sessions()
    .filter(({ status }) => status === 'requires_input')
    .map(({ id }) => id);

describe('a lost webhook', () => {
  it('of a verification heals within one run, under the reconciler’s name, and is counted', async () => {
    const rider = await scene.rider(10);
    scene.identity.verify(rider.sessionId);

    expect(await scene.run()).toEqual({ sessionsRead: 1, verificationsHealed: 1 });

    expect(await scene.statusOf(rider)).toBe('verified');
    expect(scene.auditOf(rider.ref).at(-1)).toMatchObject({
      actor: 'system:reconciler',
      action: 'identity_verified',
    });
    expect(scene.outboxOf(rider.ref).map(({ kind }) => kind)).toContain('verified');
    expect(scene.metrics.counted('VerificationsHealed')).toBe(1);
    expect(scene.metrics.counted('SessionsHealed')).toBe(0);
  });

  it('of anything else heals too, and is counted apart', async () => {
    const [failed, canceled] = [await scene.rider(10), await scene.rider(11)];
    scene.identity.reject(failed.sessionId, 'document_expired');
    await scene.identity.cancelSession(canceled.sessionId);

    expect(await scene.run()).toEqual({ sessionsRead: 2, sessionsHealed: 2 });

    expect(await scene.statusOf(failed)).toBe('requires_input');
    expect(await scene.statusOf(canceled)).toBe('canceled');
    expect(scene.metrics.counted('SessionsHealed')).toBe(2);
    expect(scene.metrics.counted('VerificationsHealed')).toBe(0);
  });

  it('of a rider who was not blocked is no verification that was missed', async () => {
    const { ref, sessionId } = await scene.rider(10);
    const { customer } = await scene.customers.loadContext(ref);
    await scene.customers.save({
      before: customer,
      change: {
        after: { ...customer, version: customer.version + 1, requirement: { state: 'cleared', atMs: 0 } },
        action: 'requirement_cleared',
        notes: null,
        notification: null,
      },
      actor: { kind: 'operator', id: 'op-1' },
      atMs: scene.clock.nowMs(),
      notification: null,
    });
    scene.identity.verify(sessionId);

    expect(await scene.run()).toEqual({ sessionsRead: 1, sessionsHealed: 1 });
  });

  it('is healed once: a second run finds nothing to do', async () => {
    const rider = await scene.rider(10);
    scene.identity.verify(rider.sessionId);
    await scene.run();
    const audit = scene.auditOf(rider.ref);

    expect(await scene.run()).toEqual({});
    expect(scene.auditOf(rider.ref)).toEqual(audit);
  });

  it('is waited for first: a session of the last three minutes is left alone', async () => {
    const rider = await scene.rider(2);
    scene.identity.verify(rider.sessionId);

    expect(await scene.run()).toEqual({});
    expect(await scene.run({ quietMs: 0 })).toEqual({ sessionsRead: 1, verificationsHealed: 1 });
  });

  it('of a session that another one superseded verifies too', async () => {
    const rider = await scene.rider(30);
    const record = await scene.customers.loadSession(rider.ref, 1);
    const { customer } = await scene.customers.loadContext(rider.ref);
    if (record === null) throw new Error('there is no record');
    const second = { ...record, number: 2, sessionId: 'vs_other', claimId: 'other' };
    await scene.customers.save({
      before: customer,
      change: {
        after: {
          ...customer,
          version: customer.version + 1,
          session: { id: 'vs_other', number: 2 },
          sessionCount: 2,
        },
        action: 'session_started',
        notes: null,
        notification: null,
      },
      actor: { kind: 'rider', id: 'rider-1' },
      atMs: scene.clock.nowMs(),
      notification: null,
      session: second,
    });
    scene.identity.verify(rider.sessionId);

    await scene.run();

    expect(await scene.statusOf(rider)).toBe('verified');
  });
});

describe('a session that could still be billed for nothing', () => {
  it('is closed after a manual verification, and off the list with the next run', async () => {
    const rider = await scene.rider(10);
    await verifyManually(scene, rider.ref, operator);

    expect(await scene.run()).toEqual({ sessionsRead: 1 });
    expect(openAtStripe()).toEqual([]);
    expect(await scene.run()).toEqual({ sessionsRead: 1 });
    expect(await scene.run()).toEqual({});
    expect(await scene.statusOf(rider)).toBe('verified');
  });

  it('is closed after an operator asked anew', async () => {
    const rider = await scene.rider(10);
    await requireVerification(scene, rider.ref, { ...operator, code: 'account_change' });

    await scene.run();

    expect(openAtStripe()).toEqual([]);
    expect(await scene.statusOf(rider)).toBeNull();
  });

  it('is closed where the run that failed its customer was killed before', async () => {
    scene = await openScene({ maxAttempts: 1 });
    const rider = await scene.rider(10);
    scene.identity.reject(rider.sessionId, 'document_expired');
    const killed = new Error('killed');
    const identity = { ...scene.identity, cancelSession: () => Promise.reject(killed) };
    await expect(scene.run({}, { identity })).rejects.toThrow(killed);
    expect(await scene.statusOf(rider)).toBe('failed');
    expect(openAtStripe()).toHaveLength(1);

    scene.clock.advance(5 * 60_000);
    await scene.run();

    expect(openAtStripe()).toEqual([]);
  });
});

describe('abandoned sessions', () => {
  it('a thousand of them don’t delay a recent one', async () => {
    await scene.riders(1000, (index) => 2 * dayMinutes + index);
    const recent = await scene.rider(5);
    scene.identity.verify(recent.sessionId);
    scene.asked();

    await scene.run();

    expect(scene.asked()[0]).toBe(recent.sessionId);
    expect(await scene.statusOf(recent)).toBe('verified');
  });

  it('are read within so many runs that all had their turn, however many recent ones there are', async () => {
    const old = await scene.riders(250, (index) => 2 * dayMinutes + index);
    await scene.riders(120, (index) => 5 + index);
    const runs = Math.ceil(370 / 100);

    for (let run = 0; run < runs; run += 1) await scene.run();

    const asked = new Set(scene.asked());
    expect(old.filter(({ sessionId }) => !asked.has(sessionId))).toEqual([]);
  });

  it('also recent ones beyond the bound of a run have their turn', async () => {
    const recent = await scene.riders(260, (index) => 5 + index);
    const last = recent.at(-1);
    scene.identity.verify(last?.sessionId ?? '');

    for (let run = 0; run < 3; run += 1) await scene.run();

    expect(last && (await scene.statusOf(last))).toBe('verified');
  });
});

describe('a run', () => {
  it('reads no more than its bound, and the recent ones once', async () => {
    await scene.riders(300, (index) => 5 + index * 10);

    await scene.run();

    const asked = scene.asked();
    expect(asked).toHaveLength(200);
    expect(new Set(asked).size).toBe(200);
  });

  it('asks Stripe a few at a time, and waits in between', async () => {
    await scene.riders(30, (index) => 5 + index);
    let [running, most] = [0, 0];
    const identity = {
      ...scene.identity,
      retrieveSession: async (...input: Parameters<typeof scene.identity.retrieveSession>) => {
        running += 1;
        most = Math.max(most, running);
        const session = await scene.identity.retrieveSession(...input);
        running -= 1;
        return session;
      },
    };

    await scene.run({}, { identity });

    expect(most).toBeLessThanOrEqual(3);
    expect(scene.pause.askedMs.filter((askedMs) => askedMs === 500)).toHaveLength(30);
  });

  it('begins nothing new after its time, and the next goes on there', async () => {
    const riders = await scene.riders(100, (index) => 2 * dayMinutes + index);
    const pause = (milliseconds: number): Promise<void> => {
      scene.clock.advance(milliseconds);
      return Promise.resolve();
    };

    await scene.run({ forMs: 25_000 }, { pause });
    const first = scene.asked();
    await scene.run({ forMs: 25_000 }, { pause });
    await scene.run({ forMs: 25_000 }, { pause });

    expect(first.length).toBeLessThan(60);
    expect(new Set([...first, ...scene.asked()]).size).toBe(riders.length);
  });

  it('leaves older ones their time where recent ones are slow', async () => {
    await scene.riders(20, (index) => 5 + index);
    const [old] = await scene.riders(1, () => 2 * dayMinutes);
    const pause = (milliseconds: number): Promise<void> => {
      scene.clock.advance(milliseconds);
      return Promise.resolve();
    };

    await scene.run({ pauseMs: 10_000, copies: 1 }, { pause });

    expect(scene.asked()).toContain(old?.sessionId);
  });

  it.each([1, 7, 25, 200])(
    'that is killed after %i sessions leaves the rest to the next, which repeats a page at most',
    async (beforeDeath) => {
      await scene.riders(150, (index) => 2 * dayMinutes + index);
      let read = 0;
      const killed = new Promise<never>(() => undefined);
      const identity = {
        ...scene.identity,
        retrieveSession: (...input: Parameters<typeof scene.identity.retrieveSession>) => {
          read += 1;
          return read > beforeDeath ? killed : scene.identity.retrieveSession(...input);
        },
      };
      void scene.run({}, { identity });
      // The killed run hangs in its last calls, as a frozen Lambda does.
      for (let turn = 0; turn < 10_000; turn += 1) await Promise.resolve();
      const first = scene.asked();

      await scene.run();

      const second = scene.asked();
      expect(new Set([...first, ...second]).size).toBe(150);
    },
  );

  it('shares the rest with another that runs at the same time', async () => {
    const riders = await scene.riders(150, (index) => 2 * dayMinutes + index);
    for (const { sessionId } of riders) scene.identity.verify(sessionId);

    const counts = await Promise.all([scene.run(), scene.run()]);

    for (const rider of riders) {
      expect(await scene.statusOf(rider)).toBe('verified');
      expect(scene.auditOf(rider.ref).filter(({ action }) => action === 'identity_verified')).toHaveLength(1);
    }
    const healed = counts.map(({ verificationsHealed = 0 }) => verificationsHealed);
    expect(healed.reduce((sum, count) => sum + count, 0)).toBe(150);
  });
});

describe('a session that can’t be read', () => {
  const onlyFor = (sessionId: string, fault: Error) => ({
    ...scene.identity,
    retrieveSession: (...input: Parameters<typeof scene.identity.retrieveSession>) =>
      input[0] === sessionId ? Promise.reject(fault) : scene.identity.retrieveSession(...input),
  });

  it.each<[string, Error]>([
    ['because Stripe forgot it', new StripeRefused('resource_missing', 'No such session')],
    ['because others keep changing its customer', new ConcurrentChange()],
    ['because Stripe fails at it alone', new StripeUnavailable('500', true)],
  ])('%s is counted, and the rest is read', async (_, fault) => {
    const [first, bad, last] = [await scene.rider(5), await scene.rider(6), await scene.rider(7)];
    for (const { sessionId } of [first, last]) scene.identity.verify(sessionId);

    const counts = await scene.run({}, { identity: onlyFor(bad.sessionId, fault) });

    expect(counts).toEqual({ sessionsRead: 2, sessionsNotRead: 1, verificationsHealed: 2 });
    expect(scene.metrics.counted('SessionsNotReadBack')).toBe(1);
    expect(await scene.statusOf(bad)).toBe('pending');
  });

  it('for a reason that nobody knows fails the run, after all others were read', async () => {
    const [bad, good] = [await scene.rider(5), await scene.rider(3 * dayMinutes)];
    scene.identity.verify(good.sessionId);
    const fault = new TypeError('broken');

    await expect(scene.run({}, { identity: onlyFor(bad.sessionId, fault) })).rejects.toBe(fault);

    expect(await scene.statusOf(good)).toBe('verified');
  });
});

describe('Stripe’s bad days', () => {
  it('end a run early, and the next goes on where it stopped', async () => {
    await scene.riders(200, (index) => 2 * dayMinutes + index);
    let calls = 0;
    const identity = {
      ...scene.identity,
      retrieveSession: (...input: Parameters<typeof scene.identity.retrieveSession>) => {
        calls += 1;
        return calls > 100
          ? Promise.reject(new StripeUnavailable('429'))
          : scene.identity.retrieveSession(...input);
      },
    };

    await expect(scene.run({}, { identity })).rejects.toThrow(StripeUnavailable);
    const first = new Set(scene.asked());
    expect(calls).toBeLessThan(110);
    await scene.run({ maxSessions: 100 });

    expect(scene.asked().filter((id) => first.has(id))).toEqual([]);
  });

  it('with a refused key end it at once', async () => {
    await scene.riders(20, (index) => 5 + index);
    let calls = 0;
    const refused = () => {
      calls += 1;
      return Promise.reject(new StripeRefused('api_key_expired', 'Expired key', true));
    };

    await expect(
      scene.run({}, { identity: { ...scene.identity, retrieveSession: refused } }),
    ).rejects.toThrow(StripeRefused);
    expect(calls).toBeLessThanOrEqual(3);
  });
});

it('reads every session within as many runs as the bound asks for, wherever an earlier run stopped', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 4, max: 3 * dayMinutes }), { minLength: 1, maxLength: 40 }),
      fc.record({
        maxRecent: fc.integer({ min: 0, max: 8 }),
        forRest: fc.integer({ min: 1, max: 8 }),
        pageSize: fc.integer({ min: 1, max: 10 }),
      }),
      fc.nat(10),
      async (ages, { maxRecent, forRest, pageSize }, runsBefore) => {
        scene = await openScene();
        const bounds = { maxRecent, maxSessions: maxRecent + forRest, pageSize };
        const riders = await scene.riders(ages.length, (index) => ages[index] ?? 5);
        for (let run = 0; run < runsBefore; run += 1) await scene.run(bounds);
        scene.asked();

        for (let run = 0; run < Math.ceil(riders.length / forRest); run += 1) await scene.run(bounds);

        const asked = new Set(scene.asked());
        expect(riders.filter(({ sessionId }) => !asked.has(sessionId))).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});
