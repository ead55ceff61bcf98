// The ports of simulating and applying a policy, and of the statistics, on plain maps.

import * as z from 'zod';
import { ConcurrentChange } from '../../../functions/domain/faults.ts';
import { addTallies, type Tally } from '../../../functions/domain/identity-tally.ts';
import type { BatchDue } from '../../../functions/domain/policy-application-job.ts';
import type {
  BatchQueue,
  PolicyApplications,
  PolicySubjects,
  StatsCounters,
} from '../../../functions/use-cases/ports/policy-effects.ts';
import { createFaults, type FaultSwitch } from './faults.ts';
import { copy, customerKey, type Storage } from './storage.ts';

/** Pages are the customers' list, turned around. */
export function createInMemoryPolicySubjects(storage: Storage): PolicySubjects {
  return {
    page: async (subaccountId, { cursor, limit }) => {
      const all = [...storage.customers.values()]
        .filter((customer) => customer.subaccountId === subaccountId)
        .map((customer) => ({
          customer,
          position: `${new Date(customer.createdAtMs).toISOString()}#${customer.id}`,
        }))
        .sort((left, right) => (left.position < right.position ? -1 : 1));
      const rest = all.filter(({ position }) => cursor === null || position > cursor);
      const page = rest.slice(0, limit);
      return Promise.resolve({
        subjects: page.map(({ customer }) => copy(customer)),
        nextCursor: rest.length > limit ? (page.at(-1)?.position ?? null) : null,
      });
    },
  };
}

export function createInMemoryPolicyApplications(storage: Storage): PolicyApplications {
  const { policyApplications } = storage;
  return {
    load: async (subaccountId) => Promise.resolve(copy(policyApplications.get(subaccountId) ?? null)),
    save: async (job) => {
      const stored = policyApplications.get(job.subaccountId)?.revision ?? 0;
      if (stored !== job.revision - 1) throw new ConcurrentChange();
      policyApplications.set(job.subaccountId, copy(job));
      return Promise.resolve();
    },
  };
}

export type InMemoryBatchQueue = BatchQueue & FaultSwitch & { sent: BatchDue[] };

export function createInMemoryBatchQueue(): InMemoryBatchQueue {
  const sent: BatchDue[] = [];
  const { throwIfSet, ...faultSwitch } = createFaults();
  return {
    send: async (due) => {
      throwIfSet();
      sent.push(due);
      return Promise.resolve();
    },
    ...faultSwitch,
    sent,
  };
}

export type InMemoryStatsCounters = StatsCounters & FaultSwitch;

export function createInMemoryStatsCounters(storage: Storage): InMemoryStatsCounters {
  const { throwIfSet, ...faultSwitch } = createFaults();
  return {
    add: async (subaccountId, day, changes) => {
      throwIfSet();
      for (const { ref, version, tally } of changes) {
        const marker = `${customerKey(ref)}#${version}`;
        if (storage.counted.has(marker) || Object.keys(tally).length === 0) continue;
        storage.counted.add(marker);
        const key = dayKey(subaccountId, day);
        storage.statsDays.set(key, addTallies(storage.statsDays.get(key) ?? {}, tally));
      }
      return Promise.resolve();
    },
    byDay: async (subaccountId, firstDay, lastDay) => {
      const days = [...storage.statsDays].flatMap(([key, tally]): [string, Tally][] => {
        const [owner, day] = storedDay.parse(JSON.parse(key));
        return owner === subaccountId && day >= firstDay && day <= lastDay ? [[day, copy(tally)]] : [];
      });
      return Promise.resolve(new Map(days));
    },
    ...faultSwitch,
  };
}

const storedDay = z.tuple([z.string(), z.string()]);

function dayKey(subaccountId: string, day: string): string {
  return JSON.stringify([subaccountId, day]);
}
