// Load, decide, save: again where somebody else saved in between.

import { describe, expect, it } from 'vitest';
import { ConcurrentChange, Conflict } from '../../functions/domain/faults.ts';
import { retryOnConflict } from '../../functions/use-cases/retry-on-conflict.ts';
import { createNoWait } from '../support/in-memory/pause.ts';

/** An attempt that loses this many races, then wins. */
function losing(races: number): () => Promise<string> {
  let tries = 0;
  return () => {
    tries += 1;
    return tries <= races ? Promise.reject(new ConcurrentChange()) : Promise.resolve(`try ${tries}`);
  };
}

function deps(random = 1) {
  const pause = createNoWait();
  return { pause, randomness: { next: () => random, uuid: () => 'id' } };
}

describe('an attempt', () => {
  it.each([0, 1, 5, 9])('that loses %s races wins in the end', async (races) => {
    await expect(retryOnConflict(deps(), losing(races))).resolves.toBe(`try ${races + 1}`);
  });

  it('that loses ten is given up', async () => {
    await expect(retryOnConflict(deps(), losing(10))).rejects.toThrow(ConcurrentChange);
  });

  it('that fails otherwise is not made again', async () => {
    const given = deps();
    const attempt = () => Promise.reject(new Conflict('already_verified', 'x'));

    await expect(retryOnConflict(given, attempt)).rejects.toThrow(Conflict);
    expect(given.pause.askedMs).toEqual([]);
  });
});

describe('the wait between tries', () => {
  it('grows up to 400 ms at most', async () => {
    const given = deps(1);

    await retryOnConflict(given, losing(9));

    expect(given.pause.askedMs).toEqual([40, 80, 160, 320, 400, 400, 400, 400, 400]);
  });

  it('is anywhere between nothing and that', async () => {
    const given = deps(0);

    await retryOnConflict(given, losing(2));

    expect(given.pause.askedMs).toEqual([0, 0]);
  });
});
