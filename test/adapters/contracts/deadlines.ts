// What the ports of deadlines promise (functions/use-cases/ports/deadlines.ts), and the saves that set them.

import { describe, expect, it } from 'vitest';
import type { Customer, CustomerRef } from '../../../functions/domain/customer.ts';
import { ConcurrentChange } from '../../../functions/domain/faults.ts';
import type { PolicyRules } from '../../../functions/domain/policy.ts';
import type { CustomerRepository } from '../../../functions/use-cases/ports/customer-repository.ts';
import type {
  CustomerRefPage,
  DeadlineList,
  Deadlines,
} from '../../../functions/use-cases/ports/deadlines.ts';
import type { SubaccountRepository } from '../../../functions/use-cases/ports/subaccount-repository.ts';
import { requestRedaction } from '../../../functions/use-cases/request-redaction.ts';
import {
  aCreation,
  aCustomer,
  addSubaccount,
  aPolicy,
  aSave,
  created,
  newId,
  newRef,
  noonMs,
  operator,
  saved,
  stored,
} from './samples.ts';

export type DeadlinesHarness = {
  customers: CustomerRepository;
  subaccounts: SubaccountRepository;
  deadlineList: DeadlineList;
  deadlines: Deadlines;
};

const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;
const all = { cursor: null, limit: 100 };

const verifiedAt = (atMs: number): Partial<Customer> => ({ identityStatus: 'verified', verifiedAtMs: atMs });

/** All pages of a list. */
async function walk(page: (cursor: string | null) => Promise<CustomerRefPage>): Promise<CustomerRef[][]> {
  const pages: CustomerRef[][] = [];
  let cursor: string | null = null;
  do {
    const { refs, nextCursor }: CustomerRefPage = await page(cursor);
    pages.push([...refs]);
    cursor = nextCursor;
  } while (cursor !== null && pages.length < 20);
  return pages;
}

/** A store without anybody, each time. */
export function describeDeadlines(make: () => Promise<DeadlinesHarness>): void {
  const opened = async () => {
    const harness = await make();
    const subaccountId = await addSubaccount(harness.subaccounts);
    return { ...harness, subaccountId };
  };

  describe('customers by when they were verified', () => {
    it('are listed from the moment on that was asked for, the oldest first, in their own subaccount', async () => {
      const { customers, subaccounts, deadlineList, subaccountId } = await opened();
      const refs = [newRef(subaccountId), newRef(subaccountId), newRef(subaccountId)];
      const [second, first, third] = refs as [CustomerRef, CustomerRef, CustomerRef];
      await saved(customers, aSave(await created(customers, second), verifiedAt(noonMs + 1)));
      await saved(customers, aSave(await created(customers, first), verifiedAt(noonMs)));
      await saved(customers, aSave(await created(customers, third), verifiedAt(noonMs + 2)));
      const elsewhere = newRef(await addSubaccount(subaccounts));
      await saved(customers, aSave(await created(customers, elsewhere), verifiedAt(noonMs)));

      const until = (untilMs: number) => deadlineList.verifiedUntil(subaccountId, untilMs, all);
      expect((await until(noonMs - 1)).refs).toEqual([]);
      expect((await until(noonMs)).refs).toEqual([first]);
      expect((await until(noonMs + 1)).refs).toEqual([first, second]);
      expect(
        await walk((cursor) => deadlineList.verifiedUntil(subaccountId, noonMs + 2, { cursor, limit: 2 })),
      ).toEqual([[first, second], [third]]);
    });

    it('have the last verification, whoever gave it, also once it no longer stands', async () => {
      const { customers, deadlines, deadlineList, subaccountId } = await opened();
      const ref = newRef(subaccountId);
      expect(await deadlines.verifiedAtMs(ref)).toBeNull();
      let customer = await saved(customers, aSave(await created(customers, ref), verifiedAt(noonMs)));
      customer = await saved(customers, aSave(customer, { attemptCount: 9 }));
      customer = await saved(customers, aSave(customer, { identityStatus: null, verifiedAtMs: null }));
      expect(await deadlines.verifiedAtMs(ref)).toBe(noonMs);

      await saved(customers, aSave(customer, verifiedAt(noonMs + dayMs)));

      expect(await deadlines.verifiedAtMs(ref)).toBe(noonMs + dayMs);
      expect((await deadlineList.verifiedUntil(subaccountId, noonMs, all)).refs).toEqual([]);
      expect((await deadlineList.verifiedUntil(subaccountId, noonMs + dayMs, all)).refs).toEqual([ref]);
    });

    it('have one who was verified when he was created', async () => {
      const { customers, deadlines, subaccountId } = await opened();
      const ref = newRef(subaccountId);
      await customers.create(aCreation(aCustomer(ref, verifiedAt(noonMs))));

      expect(await deadlines.verifiedAtMs(ref)).toBe(noonMs);
    });
  });

  describe('the expiry of a document', () => {
    const due =
      ({ deadlineList }: DeadlinesHarness, subaccountId: string) =>
      async (day: string) =>
        (await deadlineList.documentsDue(subaccountId, Date.parse(`${day}T23:59:59.999Z`), all)).refs;

    it('is kept with the change that brings it, and listed from 30 days before it', async () => {
      const harness = await opened();
      const ref = newRef(harness.subaccountId);
      const dueOn = due(harness, harness.subaccountId);
      const documentExpiry = { expiresOn: '2030-05-31' };
      await saved(harness.customers, aSave(await created(harness.customers, ref), {}, { documentExpiry }));

      expect(await harness.deadlines.documentExpiry(ref)).toEqual({
        expiresOn: '2030-05-31',
        reachedDays: null,
      });
      expect(await dueOn('2030-04-30')).toEqual([]);
      expect(await dueOn('2030-05-01')).toEqual([ref]);
    });

    it('moves on in the list with each reminder, and leaves it when it is taken away', async () => {
      const harness = await opened();
      const { customers, deadlines, deadlineList, subaccountId } = harness;
      const ref = newRef(subaccountId);
      const dueOn = due(harness, subaccountId);
      const expiresOn = '2030-05-31';
      let customer = await saved(
        customers,
        aSave(await created(customers, ref), {}, { documentExpiry: { expiresOn } }),
      );
      customer = await saved(
        customers,
        aSave(customer, {}, { documentExpiry: { expiresOn, reachedDays: 30 } }),
      );
      expect([await dueOn('2030-05-23'), await dueOn('2030-05-24')]).toEqual([[], [ref]]);
      customer = await saved(customers, aSave(customer));
      expect(await deadlines.documentExpiry(ref)).toEqual({ expiresOn, reachedDays: 30 });

      await customers.save(aSave(customer, {}, { documentExpiry: null }));

      expect(await deadlines.documentExpiry(ref)).toBeNull();
      expect((await deadlineList.documentsDue(subaccountId, null, all)).refs).toEqual([]);
    });

    it('goes with the verification that it came with', async () => {
      const { customers, deadlines, deadlineList, subaccountId } = await opened();
      const ref = newRef(subaccountId);
      const documentExpiry = { expiresOn: '2030-05-31' };
      const customer = await saved(
        customers,
        aSave(await created(customers, ref), verifiedAt(noonMs), { documentExpiry }),
      );
      const asked = await saved(customers, aSave(customer, { identityStatus: null, verifiedAtMs: null }));

      expect(await deadlines.documentExpiry(ref)).toBeNull();
      expect((await deadlineList.documentsDue(subaccountId, null, all)).refs).toEqual([]);
      await customers.save(aSave(asked, verifiedAt(noonMs + dayMs), { documentExpiry }));
      expect(await deadlines.documentExpiry(ref)).toMatchObject(documentExpiry);
    });

    it('is listed, for whoever sweeps, whatever its day, page by page', async () => {
      const { customers, deadlineList, subaccountId } = await opened();
      const refs: CustomerRef[] = [];
      for (const expiresOn of ['2027-01-01', '2035-06-30', '2099-12-31']) {
        const ref = newRef(subaccountId);
        await customers.save(aSave(await created(customers, ref), {}, { documentExpiry: { expiresOn } }));
        refs.push(ref);
      }

      const pages = await walk((cursor) =>
        deadlineList.documentsDue(subaccountId, null, { cursor, limit: 1 }),
      );
      expect(pages.flat()).toEqual(refs);
    });

    it('can be moved and taken away without a change of its customer, as long as he doesn’t change', async () => {
      const { customers, deadlines, subaccountId } = await opened();
      const ref = newRef(subaccountId);
      const documentExpiry = { expiresOn: '2030-05-31' };
      const customer = await saved(customers, aSave(await created(customers, ref), {}, { documentExpiry }));

      await deadlines.keepDocumentExpiry(customer, { ...documentExpiry, reachedDays: 7 });
      expect(await deadlines.documentExpiry(ref)).toEqual({ ...documentExpiry, reachedDays: 7 });
      await deadlines.keepDocumentExpiry(customer, null);
      expect(await deadlines.documentExpiry(ref)).toBeNull();

      await customers.save(aSave(customer, {}, { documentExpiry }));
      await expect(deadlines.keepDocumentExpiry(customer, null)).rejects.toThrow(ConcurrentChange);
      expect(await deadlines.documentExpiry(ref)).toEqual({ ...documentExpiry, reachedDays: null });
      expect(await stored(customers, ref)).toMatchObject({ version: customer.version + 1 });
    });
  });

  describe('redactions', () => {
    it('are listed while they are open, of all subaccounts, the oldest first, and end both deadlines', async () => {
      const { customers, subaccounts, deadlines, deadlineList } = await make();
      const refs: CustomerRef[] = [];
      for (const requestedAtMs of [noonMs, noonMs + hourMs, noonMs + 2 * hourMs]) {
        const ref = newRef(await addSubaccount(subaccounts));
        const documentExpiry = { expiresOn: '2030-05-31' };
        await saved(customers, aSave(await created(customers, ref), verifiedAt(noonMs), { documentExpiry }));
        const deps = {
          customers,
          clock: { nowMs: () => requestedAtMs },
          randomness: { next: () => 0, uuid: () => '' },
        };
        await requestRedaction(deps, await customers.loadContext(ref), { by: 'retention' }, operator);
        expect(await deadlines.verifiedAtMs(ref)).toBeNull();
        expect(await deadlines.documentExpiry(ref)).toBeNull();
        refs.push(ref);
      }
      const open = (beforeMs: number) =>
        walk((cursor) => deadlineList.openRedactions(beforeMs, { cursor, limit: 2 }));
      expect((await open(noonMs + 9 * hourMs)).flat()).toEqual(refs);
      expect((await open(noonMs + hourMs)).flat()).toEqual(refs.slice(0, 1));

      const [first] = refs as [CustomerRef];
      const customer = await stored(customers, first);
      const redaction = customer.redaction && { ...customer.redaction, completedAtMs: noonMs };
      await customers.save(aSave(customer, { redaction }));

      expect((await open(noonMs + 9 * hourMs)).flat()).toEqual(refs.slice(1));
    });
  });

  describe('subaccounts', () => {
    const change = async (
      { subaccounts }: DeadlinesHarness,
      subaccountId: string,
      rules: Partial<PolicyRules>,
      atMs = noonMs,
    ): Promise<void> => {
      const home = await subaccounts.load(subaccountId);
      const before = home?.policy ?? aPolicy(subaccountId);
      const after = { ...before, ...rules, version: before.version + 1 };
      await subaccounts.savePolicy({ before, after, actor: operator, atMs });
    };

    it.each<Partial<PolicyRules>>([
      { retentionDays: 1 },
      { documentExpiryReminders: true },
      { documentExpiryReverification: true },
    ])('have deadlines with the rules %j', async (rules) => {
      const harness = await opened();
      expect(await harness.deadlineList.subaccounts()).toEqual([]);

      await change(harness, harness.subaccountId, rules);

      expect(await harness.deadlineList.subaccounts()).toEqual([
        { subaccountId: harness.subaccountId, sweeps: false },
      ]);
    });

    it('have them when they are created so', async () => {
      const { subaccounts, deadlineList } = await make();
      const id = await addSubaccount(subaccounts, newId('sub'), { retentionDays: 90 });

      expect(await deadlineList.subaccounts()).toEqual([{ subaccountId: id, sweeps: false }]);
    });

    it('no longer have them without such rules', async () => {
      const harness = await opened();
      await change(harness, harness.subaccountId, { retentionDays: 30 });
      await change(harness, harness.subaccountId, { retentionDays: null });

      expect(await harness.deadlineList.subaccounts()).toEqual([]);
    });

    it('sweep once the expiry of documents has no use, until that is ended', async () => {
      const harness = await opened();
      const { subaccountId, deadlineList, deadlines } = harness;
      await change(harness, subaccountId, { documentExpiryReminders: true, retentionDays: 30 });
      await change(harness, subaccountId, { documentExpiryReminders: false }, noonMs + hourMs);
      await change(harness, subaccountId, { riskThreshold: 10 }, noonMs + 2 * hourMs);
      expect(await deadlineList.subaccounts()).toEqual([{ subaccountId, sweeps: true }]);
      await deadlines.endSweep(subaccountId, noonMs + hourMs);
      expect(await deadlineList.subaccounts()).toEqual([{ subaccountId, sweeps: true }]);

      await deadlines.endSweep(subaccountId, noonMs + hourMs + 1);
      await deadlines.endSweep(subaccountId, noonMs + hourMs + 1);

      expect(await deadlineList.subaccounts()).toEqual([{ subaccountId, sweeps: false }]);
    });
  });
}
