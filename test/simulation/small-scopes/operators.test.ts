// An operator clicks twice, or two of them decide at the same time; a rider asks for a ride just then. Each is tried
// at each step of the other.

import { describe, expect, it } from 'vitest';
import { decisions, twoDecisions } from './staged/decisions.ts';
import { moments, rides, sceneOf } from './staged/rides.ts';
import { dying, failing, sweep, waiting, type Sweep } from './staged/sweep.ts';

describe.each(decisions)('an operator who $name', ({ scene, deed, cases }) => {
  it(`is heard once in ${cases.alone} cases of a crash at any step, and of a fault of any call`, async () => {
    expectAll(await sweep(scene, dying, failing), cases.alone);
  });

  it(`is heard once although his second click is carried out at any of ${cases.together} steps`, async () => {
    expectAll(await sweep(scene, waiting('the second click', deed)), cases.together);
  });
});

describe('two operators who decide at once', () => {
  it.each(twoDecisions)('leave what one of the two orders leaves: $name', async ({ scene, other, cases }) => {
    expectAll(await sweep(scene, waiting('the other', other)), cases);
  });
});

describe.each(moments)('a rider who asks for a ride while $name', (moment) => {
  const { deed, cases } = moment;

  it(`is answered as of one instant at each of ${cases.during} steps`, async () => {
    expectAll(await sweep(sceneOf(moment, 'deed'), waiting('a ride check', rides)), cases.during);
  });

  it('is answered as of one instant at whichever step of the ride check it happens', async () => {
    expectAll(await sweep(sceneOf(moment, 'ride'), waiting('what happens', deed)), stepsOfARide + 1);
  });

  it('is never let through by a crash, or by a fault of any call', async () => {
    expectAll(await sweep(sceneOf(moment, 'ride'), dying, failing), stepsOfARide + 1 + faultsOfARead);
  });
});

const stepsOfARide = 2;
const faultsOfARead = 3;

function expectAll({ cases, faults }: Sweep, expected: number): void {
  expect(faults).toEqual([]);
  expect(cases).toBe(expected);
}
