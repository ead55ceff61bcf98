// What comes after the storm: no faults any more, and everything that was left lying is brought in.

import { redriveAll } from './actors/admin.ts';
import { comeBack } from './actors/left-behind.ts';
import { afterTheStorm } from './faults.ts';
import type { World } from './world.ts';

/** How often the reconciler may run, at most, until everything is as Stripe says. */
const reconcilerRuns = 3;
const reconcilerPauseMs = 6 * 60_000;

/** What is left is brought in: dead letters are redriven, riders come back, and the reconciler runs a few times. */
export async function calmDown(world: World): Promise<void> {
  const { scheduler, invocations, handlers, queues } = world;
  world.setWeather(afterTheStorm);
  const run = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    invocations.start(name, work, (outcome) => {
      if (outcome.kind === 'threw') scheduler.fail(outcome.reason);
    });
    await scheduler.runUntilQuiet();
  };
  if (queues.deadLetters.messages().length > 0) {
    // Those that somebody had in hand when he died are hidden for a while.
    await pass(world);
    await run('redrive', async () => {
      const { statusCode, body } = await redriveAll(handlers);
      if (statusCode !== 200) throw new Error(`redrive after the storm: ${statusCode} ${body}`);
    });
  }
  await comeBack(world);
  for (let count = 0; count < reconcilerRuns; count += 1) {
    await pass(world);
    await run('reconciler', () => handlers.reconcile({}));
    await run('deadlines', () => handlers.enforceDeadlines());
  }
}

async function pass({ scheduler }: World): Promise<void> {
  scheduler.later(reconcilerPauseMs, 'time passes', () => undefined);
  await scheduler.runUntilQuiet();
}
