import { ConcurrentChange } from '../domain/faults.ts';
import type { Pause, Randomness } from './ports/environment.ts';

const maxTries = 10;
const firstDelayMs = 20;
const maxDelayMs = 400;

/**
 * Does load → decide → save again where somebody else saved in between, with full jitter between tries.
 * @throws ConcurrentChange when it keeps happening.
 */
export async function retryOnConflict<Result>(
  deps: { randomness: Randomness; pause: Pause },
  attempt: () => Promise<Result>,
): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (fault) {
      if (!(fault instanceof ConcurrentChange) || tries >= maxTries) throw fault;
      const ceilingMs = Math.min(maxDelayMs, firstDelayMs * 2 ** tries);
      await deps.pause(Math.round(deps.randomness.next() * ceilingMs));
    }
  }
}
