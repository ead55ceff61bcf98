// The schedule: starts the reconciler at times, and what is due by the clock.

import type { World } from '../world.ts';

export async function actAsSchedule(
  { scheduler, chance, invocations, handlers }: World,
  paceMs: number,
): Promise<void> {
  const runs = chance.below(3);
  for (let run = 0; run < runs; run += 1) {
    await scheduler.sleep(chance.below(2 * paceMs), 'waits for the schedule');
    invocations.start(
      'reconciler',
      () => handlers.reconcile({}),
      () => undefined,
    );
    invocations.start(
      'deadlines',
      () => handlers.enforceDeadlines(),
      () => undefined,
    );
  }
}
