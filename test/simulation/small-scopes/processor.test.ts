// The processor dies at each of its steps, meets every fault at each of its calls, and waits at each of its steps
// while another processor takes the same event, or another one of the same rider: it ends as if nothing had been.

import { describe, expect, it } from 'vitest';
import { tales, sceneOf } from './staged/tales.ts';
import { dying, failing, sweep, waiting } from './staged/sweep.ts';

describe.each(tales)('an event that $name', (tale) => {
  const { deliverLast, deliverEarlier } = tale;

  it('has its effect once although the processor dies at any step, or any call fails', async () => {
    const { cases, faults } = await sweep(sceneOf(tale, deliverLast), dying, failing);

    expect(faults).toEqual([]);
    expect(cases).toBe(tale.cases.alone);
  });

  it('has its effect once although two processors take it at the same time, or take two at the same time', async () => {
    const same = await sweep(sceneOf(tale, deliverLast), waiting('the same event', deliverLast));
    const earlier = await sweep(sceneOf(tale, deliverLast), waiting('an earlier event', deliverEarlier));
    const later = await sweep(sceneOf(tale, deliverEarlier), waiting('a later event', deliverLast));

    expect([...same.faults, ...earlier.faults, ...later.faults]).toEqual([]);
    expect(same.cases + earlier.cases + later.cases).toBe(tale.cases.together);
  });
});
