// Changes counted by subaccount and UTC day, each once.

import { beforeEach, describe, expect, it } from 'vitest';
import { ConcurrentChange } from '../../functions/domain/faults.ts';
import { countStats } from '../../functions/use-cases/count-stats.ts';
import type { CountedChange } from '../../functions/use-cases/ports/policy-effects.ts';
import { createWorld, type World } from '../support/in-memory/world.ts';

let world: World;

beforeEach(() => {
  world = createWorld();
});

function aChange(version: number, at: string, subaccountId = 'metro'): CountedChange {
  return {
    ref: { subaccountId, customerId: 'rider-1' },
    version,
    atMs: Date.parse(at),
    tally: { created: 1 },
  };
}

const counted = async (subaccountId: string, day: string) =>
  (await world.counters.byDay(subaccountId, day, day)).get(day);

describe('counting', () => {
  it('puts each change on its UTC day and its subaccount', async () => {
    await countStats(world, [
      aChange(1, '2026-03-01T23:59:59.999Z'),
      aChange(2, '2026-03-02T00:00:00.000Z'),
      aChange(3, '2026-03-02T12:00:00+02:00'),
      aChange(1, '2026-03-02T12:00:00Z', 'harbor'),
    ]);

    expect(await counted('metro', '2026-03-01')).toEqual({ created: 1 });
    expect(await counted('metro', '2026-03-02')).toEqual({ created: 2 });
    expect(await counted('harbor', '2026-03-02')).toEqual({ created: 1 });
  });

  it('counts what is delivered twice once, in one batch and in two', async () => {
    const change = aChange(1, '2026-03-01T10:00:00Z');

    await countStats(world, [change, { ...change }]);
    await countStats(world, [change, aChange(2, '2026-03-01T10:00:00Z')]);

    expect(await counted('metro', '2026-03-01')).toEqual({ created: 2 });
  });

  it('tries again where others count for the same day', async () => {
    world.counters.failNext(new ConcurrentChange());

    const { uncounted } = await countStats(world, [aChange(1, '2026-03-01T10:00:00Z')]);

    expect(uncounted).toEqual([]);
    expect(await counted('metro', '2026-03-01')).toEqual({ created: 1 });
  });

  it('hands back the group that fails, and counts the others', async () => {
    const lost = aChange(1, '2026-03-01T10:00:00Z');
    world.counters.failNext(new Error('throttled'));

    const { uncounted, faults } = await countStats(world, [lost, aChange(2, '2026-03-02T10:00:00Z')]);

    expect(uncounted).toEqual([lost]);
    expect(faults).toHaveLength(1);
    expect(await counted('metro', '2026-03-02')).toEqual({ created: 1 });
  });
});
