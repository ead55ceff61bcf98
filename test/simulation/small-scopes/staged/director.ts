// Leaves nothing to chance: one invocation is watched, and what is planned happens at the step of it that is planned.

import type { Chance } from '../../chance.ts';
import { afterTheStorm, type Weather } from '../../faults.ts';
import type { Ready, Task } from '../../scheduler.ts';
import type { Direction } from '../../world.ts';

/** What happens to the watched invocation at one of its steps, counted from 0. */
export type Cut =
  | { at: number; it: 'dies' }
  /** Somebody else acts from start to end before it goes on. */
  | { at: number; it: 'waits'; meanwhile: (over: () => void) => void }
  /** The call of Stripe or of the table that begins there goes wrong, as the simulation names it. */
  | { at: number; it: 'gets'; trouble: string };

export type Director = {
  chance: Chance;
  weather: Weather;
  direction: Direction;
  /** The next invocation that starts is watched; answers the labels of its steps as they are taken. */
  watch: (cuts: readonly Cut[]) => string[];
};

/** Events come when a test delivers them. */
const calm: Weather = { ...afterTheStorm, lostWebhook: 1 };

export function createDirector(): Director {
  let watched: Task | null = null;
  let expecting = false;
  let held = false;
  let cuts: readonly Cut[] = [];
  let taken: string[] = [];
  let dying = false;
  let trouble: string | null = null;
  let ids = 0;
  const weather = { ...calm };

  const setTrouble = (next: string | null): void => {
    trouble = next;
    weather.storage = weather.stripe = next === null ? 0 : 1;
  };

  const pick = (ready: readonly Ready[]): number => {
    dying = false;
    setTrouble(null);
    if (expecting) {
      watched = ready.find(({ task, label }) => task?.mortal === true && label === 'starts')?.task ?? null;
      expecting = watched === null;
    }
    const index = choose(ready);
    const { task, label = '' } = ready[index] ?? {};
    if (task !== watched || task === null || label === 'starts') return index;
    const cut = cuts.find(({ at }) => at === taken.length);
    if (cut?.it === 'waits') {
      cuts = cuts.filter((other) => other !== cut);
      held = true;
      cut.meanwhile(() => {
        held = false;
      });
      return pick(ready);
    }
    dying = cut?.it === 'dies';
    if (cut?.it === 'gets') setTrouble(cut.trouble);
    taken.push(label);
    return index;
  };

  /** Whoever was called goes on before the watched one, and it before what happens by itself. */
  const choose = (ready: readonly Ready[]): number => {
    const rank = ({ task }: Ready): number => {
      if (task === null) return 1;
      if (task !== watched) return 3;
      return held ? 0 : 2;
    };
    return ready.reduce((best, one, index) => {
      const other = ready[best];
      return other !== undefined && rank(other) >= rank(one) ? best : index;
    }, 0);
  };

  return {
    chance: {
      next: () => 0.5,
      below: (limit) => Math.floor(limit / 2),
      happens: (probability) => probability >= 1,
      pick: (options) => {
        const wanted = options.find((option) => option === trouble) ?? options[0];
        if (wanted === undefined) throw new Error('nothing to pick from');
        return wanted;
      },
      uuid: () => {
        ids += 1;
        return `00000000-0000-4000-8000-${String(ids).padStart(12, '0')}`;
      },
    },
    weather,
    direction: { pick, dies: () => dying },
    watch: (planned) => {
      expecting = true;
      watched = null;
      held = false;
      cuts = planned;
      taken = [];
      return taken;
    },
  };
}
