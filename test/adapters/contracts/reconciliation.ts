// What the reconciler's ports promise (functions/use-cases/ports/reconciliation.ts).

import { describe, expect, it } from 'vitest';
import type { CustomerRef } from '../../../functions/domain/customer.ts';
import type { SessionRecord } from '../../../functions/domain/session.ts';
import type { CustomerRepository } from '../../../functions/use-cases/ports/customer-repository.ts';
import type { SubaccountRepository } from '../../../functions/use-cases/ports/subaccount-repository.ts';
import type {
  OpenSession,
  OpenSessionList,
  ReconcilerProgress,
  RequeuedEvents,
} from '../../../functions/use-cases/ports/reconciliation.ts';
import { addSubaccount, aSave, aSession, created, newId, newRef, noonMs, stored } from './samples.ts';

export type ReconciliationHarness = {
  customers: CustomerRepository;
  subaccounts: SubaccountRepository;
  openSessionList: OpenSessionList;
};

/** A store without any session, each time. */
export function describeOpenSessionList(make: () => Promise<ReconciliationHarness>): void {
  const save = async (
    { customers }: ReconciliationHarness,
    ref: CustomerRef,
    atMs: number,
    details: Partial<SessionRecord> = {},
  ): Promise<OpenSession> => {
    const session = aSession({ sessionId: newId('vs'), status: 'requires_input', ...details });
    await customers.save(aSave(await stored(customers, ref), {}, { session, atMs }));
    return { ref, number: session.number, sessionId: session.sessionId ?? '', sinceMs: atMs };
  };
  const rider = async ({ customers, subaccounts }: ReconciliationHarness): Promise<CustomerRef> => {
    const ref = newRef(await addSubaccount(subaccounts));
    await created(customers, ref);
    return ref;
  };
  const withSession = async (harness: ReconciliationHarness, atMs: number): Promise<OpenSession> =>
    save(harness, await rider(harness), atMs);
  const allOf = ({ openSessionList }: ReconciliationHarness) => openSessionList.newest(0, noonMs * 2, 100);
  const walk = async ({ openSessionList }: ReconciliationHarness, beforeMs: number, limit: number) => {
    const pages: (readonly OpenSession[])[] = [];
    let cursor: string | null = null;
    do {
      const page = await openSessionList.page(beforeMs, { cursor, limit });
      pages.push(page.sessions);
      cursor = page.nextCursor;
    } while (cursor !== null && pages.length < 100);
    return pages;
  };

  describe('OpenSessionList', () => {
    it.each(['requires_input', 'processing'] as const)('have a session that is %s', async (status) => {
      const harness = await make();
      const session = await save(harness, await rider(harness), noonMs, { status, number: 12 });

      expect(await allOf(harness)).toEqual([session]);
      expect(await walk(harness, noonMs + 1, 10)).toEqual([[session]]);
    });

    it.each(['verified', 'canceled'] as const)('no longer have it once it is %s', async (status) => {
      const harness = await make();
      const ref = await rider(harness);
      await save(harness, ref, noonMs);
      await save(harness, ref, noonMs + 1, { status });

      expect(await allOf(harness)).toEqual([]);
      expect(await walk(harness, noonMs + 10, 10)).toEqual([[]]);
    });

    it('have it once, since the last time it was saved', async () => {
      const harness = await make();
      const ref = await rider(harness);
      await save(harness, ref, noonMs);
      const again = await save(harness, ref, noonMs + 5000, { status: 'processing' });

      expect(await allOf(harness)).toEqual([again]);
    });

    it('have all of a customer’s, and none whose number is only claimed', async () => {
      const harness = await make();
      const ref = await rider(harness);
      const first = await save(harness, ref, noonMs, { number: 1 });
      const second = await save(harness, ref, noonMs + 1, { number: 2 });
      await harness.customers.reserveSession(ref, aSession({ number: 3 }), 0);

      expect(await allOf(harness)).toEqual([second, first]);
    });

    it('show the newest first, from a moment until before another, up to the limit', async () => {
      const harness = await make();
      const sessions: OpenSession[] = [];
      for (let second = 0; second < 12; second += 1) {
        sessions.push(await withSession(harness, noonMs + second * 1000));
      }

      const newest = (fromMs: number, beforeMs: number, limit: number) =>
        harness.openSessionList.newest(noonMs + fromMs, noonMs + beforeMs, limit);
      expect(await newest(2000, 10_000, 100)).toEqual(sessions.slice(2, 10).toReversed());
      expect(await newest(0, 60_000, 5)).toEqual(sessions.slice(7).toReversed());
    });

    it.each([1, 3, 7, 20, 100])('show each once in pages of %i', async (limit) => {
      const harness = await make();
      const sessions: OpenSession[] = [];
      for (let number = 0; number < 20; number += 1) {
        // Two of a moment, so that a page can end between them.
        sessions.push(await withSession(harness, noonMs + Math.floor(number / 2)));
      }
      await withSession(harness, noonMs + 1000);

      const pages = await walk(harness, noonMs + 1000, limit);

      expect(pages.every((page) => page.length <= limit)).toBe(true);
      expect(pages.flat()).toHaveLength(20);
      expect(pages.flat()).toEqual(expect.arrayContaining(sessions));
    });

    it('go on where a page ended, also where that session is over meanwhile', async () => {
      const harness = await make();
      for (let number = 0; number < 6; number += 1) await withSession(harness, noonMs + number);
      const all = (await walk(harness, noonMs + 100, 100)).flat();
      const first = await harness.openSessionList.page(noonMs + 100, { cursor: null, limit: 3 });
      await save(harness, all[2]?.ref ?? newRef(), noonMs + 50, { status: 'canceled' });

      const { sessions } = await harness.openSessionList.page(noonMs + 100, {
        cursor: first.nextCursor,
        limit: 10,
      });

      expect(sessions).toEqual(all.slice(3));
    });

    it('begin anew at a cursor that isn’t theirs', async () => {
      const harness = await make();
      const session = await withSession(harness, noonMs);

      const page = await harness.openSessionList.page(noonMs + 1, { cursor: 'garbage', limit: 10 });

      expect(page.sessions).toEqual([session]);
    });

    it('leave out what was settled, and keep its record', async () => {
      const harness = await make();
      const [settled, other] = [await withSession(harness, noonMs), await withSession(harness, noonMs + 1)];
      const record = await harness.customers.loadSession(settled.ref, 1);

      await harness.openSessionList.settle(settled);
      await harness.openSessionList.settle(settled);

      expect(await allOf(harness)).toEqual([other]);
      expect(await harness.customers.loadSession(settled.ref, 1)).toEqual(record);
    });

    it('keep what was saved after it was read', async () => {
      const harness = await make();
      const ref = await rider(harness);
      const read = await save(harness, ref, noonMs);
      const newer = await save(harness, ref, noonMs + 1);

      await harness.openSessionList.settle(read);

      expect(await allOf(harness)).toEqual([newer]);
    });

    it('bear the settling of one that never was', async () => {
      const harness = await make();

      await harness.openSessionList.settle({ ref: newRef(), number: 1, sessionId: 'vs_1', sinceMs: noonMs });

      expect(await allOf(harness)).toEqual([]);
    });
  });
}

/** A store without progress, each time. */
export function describeReconcilerProgress(make: () => Promise<ReconcilerProgress>): void {
  describe('ReconcilerProgress', () => {
    it('is at the beginning where nothing was read yet', async () => {
      expect(await (await make()).load('open_sessions')).toBeNull();
    });

    it('is kept for each list by itself, and can go back to the beginning', async () => {
      const progress = await make();

      expect(await progress.move('open_sessions', null, 'c1')).toBe(true);
      expect(await progress.move('open_sessions', 'c1', 'c2')).toBe(true);
      expect(await progress.move('undelivered_events', null, 'evt_9')).toBe(true);
      expect(await progress.load('open_sessions')).toBe('c2');
      expect(await progress.load('undelivered_events')).toBe('evt_9');
      expect(await progress.move('open_sessions', 'c2', null)).toBe(true);
      expect(await progress.load('open_sessions')).toBeNull();
      expect(await progress.move('open_sessions', null, 'c3')).toBe(true);
    });

    it('moves only from where it is', async () => {
      const progress = await make();
      await progress.move('open_sessions', null, 'c1');

      expect(await progress.move('open_sessions', null, 'c2')).toBe(false);
      expect(await progress.move('open_sessions', 'c0', 'c2')).toBe(false);
      expect(await progress.load('open_sessions')).toBe('c1');
    });
  });
}

export function describeRequeuedEvents(make: () => RequeuedEvents): void {
  describe('RequeuedEvents', () => {
    it('hold an event until the moment that was said last, and no other', async () => {
      const requeued = make();
      const [held, longer, other] = [newId('evt'), newId('evt'), newId('evt')];
      await requeued.hold(held, noonMs);
      await requeued.hold(longer, noonMs);
      await requeued.hold(longer, noonMs + 1000);
      const at = (atMs: number) => requeued.held([held, longer, other], atMs);

      expect(await at(noonMs - 1)).toEqual(new Set([held, longer]));
      expect(await at(noonMs)).toEqual(new Set([longer]));
      expect(await at(noonMs + 1000)).toEqual(new Set());
    });

    it('hold nothing where nothing is asked', async () => {
      expect(await make().held([], noonMs)).toEqual(new Set());
    });

    it('bear an event that is asked for twice', async () => {
      const requeued = make();
      const id = newId('evt');
      await requeued.hold(id, noonMs);

      expect(await requeued.held([id, id], 0)).toEqual(new Set([id]));
    });
  });
}
