// Statistics as numbers of one item a day and subaccount. A marker beside each counted change, in the same
// transaction, keeps a change that is delivered twice from counting twice.

import * as z from 'zod';
import { dayMs, utcDay } from '../../domain/calendar-date.ts';
import { ConcurrentChange } from '../../domain/faults.ts';
import { addTallies, type Tally } from '../../domain/identity-tally.ts';
import type { CountedChange, StatsCounters } from '../../use-cases/ports/policy-effects.ts';
import { customerKeys, statsPrefix, subaccountKeys } from './keys.ts';
import { TransactionRefused, type Item, type Table } from './table.ts';

/** The stream keeps its records for a day, so nothing comes again after that. */
const markerLifeSeconds = 7 * 24 * 60 * 60;

/** A day is a few KB, and a query answers 1 MB at most. */
const daysPerQuery = 92;

export function createStatsCounters(table: Table): StatsCounters {
  const addNew = async (
    subaccountId: string,
    day: string,
    changes: readonly CountedChange[],
  ): Promise<void> => {
    const counted = changes.filter(({ tally }) => Object.keys(tally).length > 0);
    if (counted.length === 0) return;
    const sum = counted.reduce<Tally>((total, { tally }) => addTallies(total, tally), {});
    try {
      await table.transact([
        ...counted.map((change) => table.insert(marker(change))),
        table.add(subaccountKeys.stats(subaccountId, day), sum),
      ]);
    } catch (fault) {
      if (!(fault instanceof TransactionRefused)) throw fault;
      if (fault.failed.size === 0) throw new ConcurrentChange();
      // Each round leaves out those that were counted before, so there are fewer each time.
      await addNew(
        subaccountId,
        day,
        counted.filter((_, index) => !fault.failed.has(index)),
      );
    }
  };

  const readDays = async (
    subaccountId: string,
    firstDay: string,
    lastDay: string,
  ): Promise<[string, Tally][]> => {
    const items = await table.query({
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
      ExpressionAttributeValues: {
        ':pk': subaccountKeys.stats(subaccountId, firstDay).pk,
        ':first': subaccountKeys.stats(subaccountId, firstDay).sk,
        ':last': subaccountKeys.stats(subaccountId, lastDay).sk,
      },
      ConsistentRead: true,
    });
    return items.map(dayOfItem);
  };

  return {
    add: addNew,

    async byDay(subaccountId, firstDay, lastDay) {
      const parts = await Promise.all(
        spans(firstDay, lastDay).map(([first, last]) => readDays(subaccountId, first, last)),
      );
      return new Map(parts.flat());
    },
  };
}

function marker({ ref, version, atMs }: CountedChange): Item {
  return {
    ...customerKeys.counted(ref, version),
    expires_at: Math.ceil(atMs / 1000) + markerLifeSeconds,
  };
}

const statsKey = z.string().startsWith(statsPrefix);

function dayOfItem({ pk, sk, ...numbers }: Item): [string, Tally] {
  return [statsKey.parse(sk).slice(statsPrefix.length), z.record(z.string(), z.number()).parse(numbers)];
}

/** The period cut into parts that one query each can answer. */
function spans(firstDay: string, lastDay: string): [string, string][] {
  const found: [string, string][] = [];
  const endMs = Date.parse(lastDay);
  for (let startMs = Date.parse(firstDay); startMs <= endMs; startMs += daysPerQuery * dayMs) {
    found.push([utcDay(startMs), utcDay(Math.min(endMs, startMs + (daysPerQuery - 1) * dayMs))]);
  }
  return found;
}
