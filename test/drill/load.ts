// The busy part of a drill: riders act, the courier delivers, and the power fails as planned.

import type { Courier } from './courier.ts';
import type { Dice } from './dice.ts';
import type { Plan } from './plan.ts';
import { playRiders } from './riders.ts';
import type { Site } from './site.ts';

/** So many events may wait for delivery while riders go on: enough to shuffle, few enough that none waits for long. */
const mostWaiting = 1_000;
const progressMs = 5_000;

/** Returns once every event is acknowledged and the run is up. */
export async function load(
  site: Site,
  plan: Plan,
  courier: Courier,
  { dice, tell }: { dice: Dice; tell: (line: string) => void },
): Promise<void> {
  const killsAt = [...plan.killsAt];
  let played = false;
  const onAcknowledged = (): void => {
    const [next] = killsAt;
    if (next === undefined || courier.acknowledged() < next) return;
    killsAt.shift();
    tell(`kill -9 after ${courier.acknowledged()} webhooks`);
    site.cutPower();
  };
  const riding = async (): Promise<void> => {
    await playRiders(site, plan.customers, { dice, mayGoOn: () => courier.waiting() < mostWaiting });
    played = true;
  };
  const progress = setInterval(() => {
    tell(`${courier.acknowledged()} webhooks acknowledged, ${courier.waiting()} waiting`);
  }, progressMs);
  try {
    await Promise.all([riding(), courier.work(() => played, onAcknowledged)]);
    await site.up();
  } finally {
    clearInterval(progress);
  }
}
