// Random choices that a seed repeats.

import { nextRandom } from '../../local/stripe-simulator/random.ts';

export type Dice = {
  /** At least 0, below 1. */
  next: () => number;
  /** At least 0, below `count`. */
  below: (count: number) => number;
  pick: <Value>(values: readonly Value[]) => Value;
};

export function diceFrom(seed: number): Dice {
  let state = seed;
  const next = (): number => {
    const step = nextRandom(state);
    state = step.state;
    return step.value;
  };
  const below = (count: number): number => Math.floor(next() * count);
  return {
    next,
    below,
    pick: (values) => {
      const value = values[below(values.length)];
      if (value === undefined) throw new Error('nothing to pick from');
      return value;
    },
  };
}
