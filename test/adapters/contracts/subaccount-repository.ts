import { describe, expect, it } from 'vitest';
import { ConcurrentChange, InvalidInput } from '../../../functions/domain/faults.ts';
import type { Policy } from '../../../functions/domain/policy.ts';
import type { OperationalZones } from '../../../functions/domain/zones.ts';
import type {
  PolicyChange,
  SubaccountRepository,
} from '../../../functions/use-cases/ports/subaccount-repository.ts';
import { outcomes } from './customer-harness.ts';
import { addSubaccount, aPolicy, newId, noonMs, operator } from './samples.ts';
import { describeSubaccountList } from './subaccount-list.ts';

/** With numbers that a table would round or refuse. */
const zones: OperationalZones = {
  type: 'Feature',
  properties: { name: 'Altstadt', rank: 1e300, open: true, note: null },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [16.37381234567891, 48.2],
        [16.5, 1e-200],
        [16.5, 48.3],
        [16.37381234567891, 48.2],
      ],
    ],
  },
};

function changeOf(before: Policy, rules: Partial<Policy>): PolicyChange {
  const after = { ...before, ...rules, version: before.version + 1 };
  return { before, after, actor: operator, atMs: noonMs };
}

/** What every SubaccountRepository promises (functions/use-cases/ports/subaccount-repository.ts). */
export function describeSubaccountRepository(make: () => SubaccountRepository): void {
  describe('SubaccountRepository', () => {
    describeSubaccountList(make);

    it('answers null for a subaccount that nobody made', async () => {
      expect(await make().load(newId('sub'))).toBeNull();
    });

    it('makes a subaccount with its first policy', async () => {
      const subaccounts = make();
      const subaccount = { id: newId('sub'), name: 'Zürich Räder', appName: 'Rädli', version: 1 };
      const policy = aPolicy(subaccount.id, {
        verificationMode: 'all_users',
        minimumAge: 18,
        verificationFlow: 'vf_1',
        exemptCustomersCreatedBeforeMs: noonMs,
        retentionDays: 30,
        documentExpiryReminders: true,
        documentExpiryReverification: true,
        allowedDocumentTypes: ['passport'],
      });

      await subaccounts.create(subaccount, { before: null, after: policy, actor: operator, atMs: noonMs });

      expect(await subaccounts.load(subaccount.id)).toEqual({ subaccount, policy });
    });

    it('refuses to make one that exists, and leaves it as it was', async () => {
      const subaccounts = make();
      const id = await addSubaccount(subaccounts);
      const before = await subaccounts.load(id);
      const policy = aPolicy(id, { riskThreshold: 1 });

      await expect(
        subaccounts.create(
          { id, name: 'Other', appName: 'Other', version: 1 },
          { before: null, after: policy, actor: operator, atMs: noonMs },
        ),
      ).rejects.toThrow(ConcurrentChange);

      expect(await subaccounts.load(id)).toEqual(before);
    });

    it('makes one of 20 that are made at once', async () => {
      const subaccounts = make();
      const id = newId('sub');

      const { answers, faults } = await outcomes(
        Array.from({ length: 20 }, () => addSubaccount(subaccounts, id)),
      );

      expect(answers).toEqual([id]);
      expect(new Set(faults)).toEqual(new Set(['ConcurrentChange']));
    });

    it('renames a subaccount at its version and leaves its policy alone', async () => {
      const subaccounts = make();
      const id = await addSubaccount(subaccounts);
      const renamed = { id, name: 'New name', appName: 'New app', version: 2 };

      await subaccounts.save(renamed, operator, noonMs);

      expect(await subaccounts.load(id)).toEqual({ subaccount: renamed, policy: aPolicy(id) });
    });

    it('keeps zones until they are replaced or taken away', async () => {
      const subaccounts = make();
      const id = await addSubaccount(subaccounts);
      const version = (count: number) => ({ id, name: 'Name', appName: 'App', version: count });
      const zonesOf = async () => (await subaccounts.loadWithZones(id))?.zones;
      expect(await zonesOf()).toBeNull();

      await subaccounts.save(version(2), operator, noonMs, zones);
      expect(await subaccounts.loadWithZones(id)).toEqual({ subaccount: version(2), zones });

      await subaccounts.save(version(3), operator, noonMs);
      expect(await zonesOf()).toEqual(zones);

      await subaccounts.save(version(4), operator, noonMs, null);
      expect(await zonesOf()).toBeNull();
    });

    it('makes a subaccount with zones, and none over one that exists', async () => {
      const subaccounts = make();
      const subaccount = { id: newId('sub'), name: 'Name', appName: 'App', version: 1 };
      const change = { before: null, after: aPolicy(subaccount.id), actor: operator, atMs: noonMs };

      await subaccounts.create(subaccount, change, zones);
      const again = subaccounts.create(subaccount, change, null);

      await expect(again).rejects.toThrow(ConcurrentChange);
      expect(await subaccounts.loadWithZones(subaccount.id)).toEqual({ subaccount, zones });
    });

    it('saves no zones with a stale version', async () => {
      const subaccounts = make();
      const id = await addSubaccount(subaccounts);

      const save = subaccounts.save(
        { id, name: 'Late', appName: 'Late', version: 1 },
        operator,
        noonMs,
        zones,
      );

      await expect(save).rejects.toThrow(ConcurrentChange);
      expect((await subaccounts.loadWithZones(id))?.zones).toBeNull();
    });

    it('answers null for the zones of a subaccount that nobody made', async () => {
      expect(await make().loadWithZones(newId('sub'))).toBeNull();
    });

    it.each([1, 3])('refuses to save version %i over version 1', async (version) => {
      const subaccounts = make();
      const id = await addSubaccount(subaccounts);
      const before = await subaccounts.load(id);

      const save = subaccounts.save({ id, name: 'Late', appName: 'Late', version }, operator, noonMs);

      await expect(save).rejects.toThrow(ConcurrentChange);
      expect(await subaccounts.load(id)).toEqual(before);
    });

    it('refuses to save a subaccount that doesn’t exist', async () => {
      const subaccounts = make();
      const id = newId('sub');

      const save = subaccounts.save({ id, name: 'Ghost', appName: 'Ghost', version: 2 }, operator, noonMs);

      await expect(save).rejects.toThrow(ConcurrentChange);
      expect(await subaccounts.load(id)).toBeNull();
    });

    it('changes a policy at its version, and only that subaccount’s', async () => {
      const subaccounts = make();
      const id = await addSubaccount(subaccounts);
      const other = await addSubaccount(subaccounts);
      const change = changeOf(aPolicy(id), { riskThreshold: 80, unscoredPayment: 'require' });

      await subaccounts.savePolicy(change);

      expect((await subaccounts.load(id))?.policy).toEqual(change.after);
      expect((await subaccounts.load(other))?.policy).toEqual(aPolicy(other));
    });

    it('refuses a policy change of a stale version, and leaves the newer one', async () => {
      const subaccounts = make();
      const id = await addSubaccount(subaccounts);
      const winner = changeOf(aPolicy(id), { riskThreshold: 80 });
      await subaccounts.savePolicy(winner);

      const loser = subaccounts.savePolicy(changeOf(aPolicy(id), { riskThreshold: 10 }));

      await expect(loser).rejects.toThrow(ConcurrentChange);
      expect((await subaccounts.load(id))?.policy).toEqual(winner.after);
    });

    it('keeps each version of a policy with who made it when and what it replaced, newest first', async () => {
      const subaccounts = make();
      const id = await addSubaccount(subaccounts);
      await addSubaccount(subaccounts);
      const first = aPolicy(id);
      const second = changeOf(first, { riskThreshold: 80, verificationFlow: 'vf_1' });
      const third = changeOf(second.after, { exemptCustomersCreatedBeforeMs: noonMs });
      await subaccounts.savePolicy(second);
      await subaccounts.savePolicy({ ...third, atMs: noonMs + 1 });

      const { versions, nextCursor } = await subaccounts.policyVersions(id, { cursor: null, limit: 3 });

      const actor = 'operator:u_ada';
      expect(versions).toMatchObject([
        { version: 3, atMs: noonMs + 1, actor, before: second.after, after: third.after },
        { version: 2, atMs: noonMs, actor, before: first, after: second.after },
        { version: 1, atMs: noonMs, before: null, after: first },
      ]);
      expect(nextCursor).toBeNull();
    });

    it('answers the versions of a policy page by page, in the order of numbers', async () => {
      const subaccounts = make();
      const id = await addSubaccount(subaccounts);
      let policy = aPolicy(id);
      for (let version = 2; version <= 11; version += 1) {
        const change = changeOf(policy, { riskThreshold: version });
        await subaccounts.savePolicy(change);
        policy = change.after;
      }

      const first = await subaccounts.policyVersions(id, { cursor: null, limit: 2 });
      const second = await subaccounts.policyVersions(id, { cursor: first.nextCursor, limit: 9 });

      expect(first.versions.map(({ version }) => version)).toEqual([11, 10]);
      expect(second.versions.map(({ version }) => version)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
      expect(second.nextCursor).toBeNull();
    });

    it('answers no versions of a policy that nobody made', async () => {
      expect(await make().policyVersions(newId('sub'), { cursor: null, limit: 5 })).toEqual({
        versions: [],
        nextCursor: null,
      });
    });

    it.each(['UE9MSUNZ', '', 'QVVESVQjMDAwMDAwMDAwMQ'])(
      'refuses the cursor “%s”, which it did not give out',
      async (cursor) => {
        const subaccounts = make();
        const id = await addSubaccount(subaccounts);

        await expect(subaccounts.policyVersions(id, { cursor, limit: 2 })).rejects.toThrow(InvalidInput);
      },
    );

    it('lets exactly one of 50 concurrent policy changes win', async () => {
      const subaccounts = make();
      const id = await addSubaccount(subaccounts);

      const { answers, faults } = await outcomes(
        Array.from({ length: 50 }, async (_, index) => {
          await subaccounts.savePolicy(changeOf(aPolicy(id), { riskThreshold: index }));
          return index;
        }),
      );

      expect(answers).toHaveLength(1);
      expect(faults).toEqual(Array.from({ length: 49 }, () => 'ConcurrentChange'));
      expect((await subaccounts.load(id))?.policy).toMatchObject({ version: 2, riskThreshold: answers[0] });
    });
  });
}
