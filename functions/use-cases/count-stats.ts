import { utcDay } from '../domain/calendar-date.ts';
import type { Pause, Randomness } from './ports/environment.ts';
import type { CountedChange, StatsCounters } from './ports/policy-effects.ts';
import { retryOnConflict } from './retry-on-conflict.ts';

/**
 * Counts changes of customers for the statistics, one write for each subaccount and day. Answers those that
 * could not be counted; counting the others again is harmless.
 */
export async function countStats(
  deps: { counters: StatsCounters; randomness: Randomness; pause: Pause },
  changes: readonly CountedChange[],
): Promise<{ uncounted: readonly CountedChange[]; faults: readonly unknown[] }> {
  const groups = [...Map.groupBy(changes, groupOf).values()];
  const uncounted: CountedChange[] = [];
  const faults: unknown[] = [];
  await Promise.all(
    groups.map(async (group) => {
      try {
        await countDay(deps, group);
      } catch (fault) {
        uncounted.push(...group);
        faults.push(fault);
      }
    }),
  );
  return { uncounted, faults };
}

async function countDay(
  deps: { counters: StatsCounters; randomness: Randomness; pause: Pause },
  group: readonly CountedChange[],
): Promise<void> {
  const [first] = group;
  if (first === undefined) return;
  // A batch may name a change twice, a transaction may not.
  const distinct = [...new Map(group.map((change) => [changeKey(change), change])).values()];
  await retryOnConflict(deps, () => deps.counters.add(first.ref.subaccountId, dayOf(first), distinct));
}

function groupOf(change: CountedChange): string {
  return `${change.ref.subaccountId}#${dayOf(change)}`;
}

function changeKey({ ref, version }: CountedChange): string {
  return `${ref.customerId}#${version}`;
}

/** The UTC day on which it happened. */
function dayOf({ atMs }: CountedChange): string {
  return utcDay(atMs);
}
