/** Random numbers that a seed repeats exactly (mulberry32), as a pure step so that their state can be stored. */

export interface RandomStep {
  /** At least 0, below 1. */
  value: number;
  /** What the next step starts from. */
  state: number;
}

export function nextRandom(state: number): RandomStep {
  const advanced = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(advanced ^ (advanced >>> 15), 1 | advanced);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return { value: ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32, state: advanced };
}
