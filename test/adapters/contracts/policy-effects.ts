// What the ports of applying a policy and of the statistics promise (functions/use-cases/ports/policy-effects.ts).

import { describe, expect, it } from 'vitest';
import { ConcurrentChange, InvalidInput } from '../../../functions/domain/faults.ts';
import {
  afterBatch,
  newApplication,
  type PolicyApplication,
} from '../../../functions/domain/policy-application-job.ts';
import type { Tally } from '../../../functions/domain/identity-tally.ts';
import type { CustomerRepository } from '../../../functions/use-cases/ports/customer-repository.ts';
import type {
  CountedChange,
  PolicyApplications,
  PolicySubjects,
  StatsCounters,
} from '../../../functions/use-cases/ports/policy-effects.ts';
import { outcomes } from './customer-harness.ts';
import { created, newId, newRef, noonMs, operator } from './samples.ts';

export function describePolicySubjects(
  make: () => { subjects: PolicySubjects; customers: CustomerRepository },
): void {
  describe('PolicySubjects', () => {
    it('shows what a policy reads of each customer, oldest first, page by page', async () => {
      const { subjects, customers } = make();
      const subaccountId = newId('sub');
      const risk = { chargeId: 'ch_1', level: 'elevated', score: 50, radarScore: 61, assessedAtMs: noonMs };
      const kinds = [
        { createdAtMs: noonMs + 3000, risk },
        { createdAtMs: noonMs + 1000, identityStatus: 'verified' as const },
        { createdAtMs: noonMs + 2000, requirement: { state: 'cleared' as const, atMs: noonMs } },
        { createdAtMs: noonMs, risk: { ...risk, score: null, level: 'not_assessed' } },
        {
          createdAtMs: noonMs + 4000,
          requirement: {
            state: 'required' as const,
            atMs: noonMs,
            reason: { kind: 'risk_threshold_exceeded' as const, score: 75, threshold: 50 },
          },
        },
      ];
      const made = [];
      for (const kind of kinds) made.push(await created(customers, newRef(subaccountId), kind));
      await created(customers, newRef());

      const seen = [];
      const sizes = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<PolicySubjects['page']>> = await subjects.page(subaccountId, {
          cursor,
          limit: 2,
        });
        seen.push(...page.subjects);
        sizes.push(page.subjects.length);
        cursor = page.nextCursor;
      } while (cursor !== null);

      expect(sizes).toEqual([2, 2, 1]);
      const expected = made
        .toSorted((left, right) => left.createdAtMs - right.createdAtMs)
        .map(({ id, createdAtMs, identityStatus, requirement, risk: assessed }) => ({
          id,
          createdAtMs,
          identityStatus,
          requirement,
          risk: assessed === null ? null : { score: assessed.score },
        }));
      expect(seen).toMatchObject(expected);
    });

    it('has no next page where the last one is just full', async () => {
      const { subjects, customers } = make();
      const subaccountId = newId('sub');
      await created(customers, newRef(subaccountId));
      await created(customers, newRef(subaccountId));

      expect((await subjects.page(subaccountId, { cursor: null, limit: 2 })).nextCursor).toBeNull();
    });

    it('is empty where there is nobody', async () => {
      expect(await make().subjects.page(newId('sub'), { cursor: null, limit: 2 })).toEqual({
        subjects: [],
        nextCursor: null,
      });
    });
  });
}

/** Only the table's cursors are opaque. */
export function describeForeignCursors(make: () => PolicySubjects): void {
  it.each(['', 'rubbish', Buffer.from('2026-01-15#x').toString('base64url')])(
    'a cursor that this list did not give out is refused: %j',
    async (cursor) => {
      await expect(make().page(newId('sub'), { cursor, limit: 2 })).rejects.toThrow(InvalidInput);
    },
  );
}

export function describePolicyApplications(make: () => PolicyApplications): void {
  const aJob = (subaccountId = newId('sub'), previous: PolicyApplication | null = null) =>
    newApplication(
      { id: newId('apply'), subaccountId, policyVersion: 3, requestedBy: operator },
      previous,
      noonMs,
    );
  const batch = { processed: 50, flagged: 4, superseded: false, nextCursor: 'c1' };

  describe('PolicyApplications', () => {
    it('answers null where no policy was ever applied', async () => {
      expect(await make().load(newId('sub'))).toBeNull();
    });

    it('keeps the latest job with its progress', async () => {
      const applications = make();
      const job = aJob();
      const after = afterBatch(job, batch, noonMs + 1);

      await applications.save(job);
      expect(await applications.load(job.subaccountId)).toEqual(job);
      await applications.save(after);
      expect(await applications.load(job.subaccountId)).toEqual(after);
      const next = aJob(job.subaccountId, after);
      await applications.save(next);
      expect(await applications.load(job.subaccountId)).toEqual(next);
    });

    it('refuses what rests on an older revision, and leaves the newer one', async () => {
      const applications = make();
      const job = aJob();
      await applications.save(job);
      const after = afterBatch(job, batch, noonMs + 1);
      await applications.save(after);

      await expect(applications.save(afterBatch(job, batch, noonMs + 2))).rejects.toThrow(ConcurrentChange);
      await expect(applications.save(aJob(job.subaccountId))).rejects.toThrow(ConcurrentChange);
      await expect(applications.save(aJob(newId('sub'), job))).rejects.toThrow(ConcurrentChange);
      expect(await applications.load(job.subaccountId)).toEqual(after);
    });

    it('lets one of 20 first jobs win', async () => {
      const applications = make();
      const subaccountId = newId('sub');

      const { answers, faults } = await outcomes(
        Array.from({ length: 20 }, () => applications.save(aJob(subaccountId))),
      );

      expect(answers).toHaveLength(1);
      expect(new Set(faults)).toEqual(new Set(['ConcurrentChange']));
    });
  });
}

export function describeStatsCounters(make: () => StatsCounters): void {
  const aChange = (
    subaccountId: string,
    tally: CountedChange['tally'],
    ref = newRef(subaccountId),
  ): CountedChange => ({ ref, version: 1, atMs: noonMs, tally });
  const day = '2026-01-15';

  describe('StatsCounters', () => {
    it('are empty where nothing happened', async () => {
      expect(await make().byDay(newId('sub'), '2025-01-15', day)).toEqual(new Map());
    });

    it('add up changes by day and name, and no other subaccount’s', async () => {
      const counters = make();
      const [id, other] = [newId('sub'), newId('sub')];
      await counters.add(id, day, [
        aChange(id, { created: 1, flagged: 1 }),
        aChange(id, { created: 1, 'error:selfie_face_mismatch': 1, 'verified_after:41': 1 }),
      ]);
      await counters.add(id, day, [aChange(id, { created: 1 })]);
      await counters.add(id, '2026-01-16', [aChange(id, { 'risk:none': 1, created: 1 })]);
      await counters.add(other, day, [aChange(other, { created: 1 })]);

      const first = {
        created: 3,
        flagged: 1,
        'error:selfie_face_mismatch': 1,
        'verified_after:41': 1,
      };
      const second = { created: 1, 'risk:none': 1 };
      expect(await counters.byDay(id, day, day)).toEqual(new Map([[day, first]]));
      expect(await counters.byDay(id, '2026-01-16', '2026-01-17')).toEqual(new Map([['2026-01-16', second]]));
      expect(await counters.byDay(id, day, '2026-01-16')).toEqual(
        new Map<string, Tally>([
          [day, first],
          ['2026-01-16', second],
        ]),
      );
    });

    it('count a change that comes again once, also beside new ones', async () => {
      const counters = make();
      const id = newId('sub');
      const [first, second, third] = [
        aChange(id, { created: 1 }),
        aChange(id, { created: 1 }),
        aChange(id, { created: 1 }),
      ];

      await counters.add(id, day, [first, second]);
      await counters.add(id, day, [first, second]);
      await counters.add(id, day, [second, third, first]);

      expect(await counters.byDay(id, day, day)).toEqual(new Map([[day, { created: 3 }]]));
    });

    it('tell the versions of a customer apart', async () => {
      const counters = make();
      const id = newId('sub');
      const change = aChange(id, { flagged: 1 });

      await counters.add(id, day, [change, { ...change, version: 2 }]);

      expect(await counters.byDay(id, day, day)).toEqual(new Map([[day, { flagged: 2 }]]));
    });

    it('pass over changes that count for nothing', async () => {
      const counters = make();
      const id = newId('sub');

      await counters.add(id, day, [aChange(id, {})]);
      await counters.add(id, day, []);

      expect(await counters.byDay(id, day, day)).toEqual(new Map());
    });

    it('take 90 changes at once, and a year in one answer', async () => {
      const counters = make();
      const id = newId('sub');
      const changes = Array.from({ length: 90 }, () => aChange(id, { created: 1 }));

      await counters.add(id, day, changes);
      await counters.add(id, '2025-01-15', [aChange(id, { created: 1 })]);
      await counters.add(id, '2025-07-01', [aChange(id, { created: 1 })]);
      await counters.add(id, '2025-01-14', [aChange(id, { created: 1 })]);

      expect(await counters.byDay(id, '2025-01-15', day)).toEqual(
        new Map([
          ['2025-01-15', { created: 1 }],
          ['2025-07-01', { created: 1 }],
          [day, { created: 90 }],
        ]),
      );
    });

    it('lose nothing to others who count for the same day', async () => {
      const counters = make();
      const id = newId('sub');

      const { faults } = await outcomes(
        Array.from({ length: 10 }, () => counters.add(id, day, [aChange(id, { created: 1 })])),
      );

      expect(await counters.byDay(id, day, day)).toEqual(new Map([[day, { created: 10 - faults.length }]]));
    });
  });
}
