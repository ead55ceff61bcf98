// A history's people, all at once and in any weather, until the last of them has acted.

import { actAsAdmin } from './actors/admin.ts';
import { keyOf, type Stage } from './actors/cast.ts';
import { actAsPolicyMaker, signUp } from './actors/fleet.ts';
import { actAsOperator } from './actors/operator.ts';
import { actAsPayers, actAsReviewer, actAsStranger } from './actors/outsiders.ts';
import { actAsRider } from './actors/rider.ts';
import { actAsSchedule } from './actors/schedule.ts';
import { afterTheStorm } from './faults.ts';
import { customersOf, loneCustomer, tenants } from './setting.ts';
import type { World } from './world.ts';

/** Everybody acts at once; the storm ends with the last of them. */
export async function actOut(world: World): Promise<void> {
  const { scheduler, chance } = world;
  const stage: Stage = {
    ...world,
    handed: new Map(),
    paceMs: chance.pick([200, 5_000, 60_000, 600_000]),
    luck: chance.pick([0.15, 0.55, 0.55, 0.85]),
  };
  let acting = 0;
  const act = (name: string, play: () => Promise<void>): void => {
    acting += 1;
    scheduler.spawn(name, play, {
      ended: (outcome) => {
        if (outcome.status === 'rejected') scheduler.fail(outcome.reason);
        acting -= 1;
        if (acting === 0) world.setWeather(afterTheStorm);
      },
    });
  };
  // Most bugs need few people; a third of the histories has a crowd.
  const crowd = chance.pick([0.3, 0.3, 0.8]);
  for (const ref of customersOf(tenants)) {
    if (!chance.happens(crowd)) continue;
    act(`fleet signs up ${keyOf(ref)}`, async () => {
      await signUp(stage, ref);
      const phones = 1 + chance.below(2);
      for (let phone = 1; phone <= phones; phone += 1) {
        act(`rider ${keyOf(ref)} (${phone})`, () => actAsRider(stage, ref, 1 + chance.below(5)));
      }
    });
  }
  for (const tenant of tenants) {
    const customers = customersOf([tenant]);
    act(`operator of ${tenant}`, () => actAsOperator(stage, tenant, customers, chance.below(5)));
    act(`payers of ${tenant}`, () => actAsPayers(stage, customers, chance.below(5)));
    act(`policy maker of ${tenant}`, () => actAsPolicyMaker(stage, tenant, chance.below(3)));
  }
  const everybody = customersOf(tenants);
  act('reviewer at Stripe', () => actAsReviewer(stage, everybody, chance.below(6)));
  const strangersTo = [loneCustomer];
  act('stranger', () => actAsStranger(stage, tenants, strangersTo, chance.below(3)));
  act('schedule', () => actAsSchedule(world, stage.paceMs));
  act('admin', () => actAsAdmin(world, stage.paceMs));
  await scheduler.runUntilQuiet();
}
