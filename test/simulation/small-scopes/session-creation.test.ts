// A session is made in several steps, at Stripe and here. Whatever happens at any of them, and whoever asks at the
// same time: the rider ends with one session that works, and no other is open at Stripe.

import { describe, expect, it } from 'vitest';
import { askings, sceneOf, withTwoPhones } from './staged/askings.ts';
import { calling } from './staged/deeds.ts';
import {
  dying,
  failing,
  failingAtStripe,
  failingToCreate,
  sweep,
  sweepAgain,
  sweepFurther,
  waiting,
  type Sweep,
} from './staged/sweep.ts';

const isRequiredAnew = calling('require', 200);

describe.each(askings)('a rider who asks for a session $name', (asking) => {
  const { ask, cases } = asking;
  const scene = sceneOf(asking);

  it(`gets one in ${cases.alone} cases of a crash at any step, and of a fault of any call`, async () => {
    expectAll(await sweep(scene, dying, failing), cases.alone);
  });

  it('gets one that counts where an operator asked him anew before he asks again', async () => {
    expectAll(await sweep(sceneOf(asking, isRequiredAnew), dying, failing), cases.alone);
  });

  it(`gets one although his other phone asks at any of ${cases.together} steps`, async () => {
    expectAll(await sweep(withTwoPhones(scene), waiting('his other phone', ask)), cases.together);
  });

  it(`gets one that counts although an operator asks him anew at any of ${cases.together} steps`, async () => {
    expectAll(await sweep(scene, waiting('an operator', isRequiredAnew)), cases.together);
  });
});

describe('a rider for whom two things go wrong', () => {
  const [first] = askings;
  const anew = askings.find(({ name }) => name.includes('anew')) ?? first;

  it('gets a session where Stripe fails to make it, and then his call crashes or another call of it fails', async () => {
    expectAll(await sweepFurther(sceneOf(first), failingToCreate, dying), 6);
    expectAll(await sweepFurther(sceneOf(first), failingToCreate, failing), 12);
    expectAll(await sweepFurther(sceneOf(anew, isRequiredAnew), failingToCreate, dying), 6);
  });

  it('gets a session where Stripe fails, and his second try crashes', async () => {
    expectAll(await sweepAgain(sceneOf(first), failingAtStripe, dying), 116);
    expectAll(await sweepAgain(sceneOf(anew), failingToCreate, dying), 91);
  });

  it('gets a session where his first try crashes, and Stripe fails at the second', async () => {
    expectAll(await sweepAgain(sceneOf(first), dying, failingAtStripe), 110);
  });

  it('gets a session where Stripe fails, and both phones try again at the same time', async () => {
    expectAll(await sweepAgain(sceneOf(first), failingAtStripe, waiting('his other phone', first.ask)), 116);
  });

  it('gets a session that counts where Stripe fails, the second try crashes, and an operator asks anew', async () => {
    expectAll(await sweepAgain(sceneOf(first, isRequiredAnew), failingAtStripe, dying), 116);
  });
});

function expectAll({ cases, faults }: Sweep, expected: number): void {
  expect(faults).toEqual([]);
  expect(cases).toBe(expected);
}
