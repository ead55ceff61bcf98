// A history's dice (sfc32): everything that happens by chance is drawn here, so a seed tells a whole history.

/** Seeded chance. `below` gives whole numbers from 0, `uuid` ids that are unique within a history. */
export type Chance = {
  next: () => number;
  below: (limit: number) => number;
  happens: (probability: number) => boolean;
  pick: <Option>(options: readonly Option[]) => Option;
  uuid: () => string;
};

const warmUp = 12;

export function createChance(seed: number): Chance {
  let a = seed | 0;
  let b = Math.imul(seed, 0x9e3779b1) ^ 0x85ebca6b;
  let c = Math.floor(seed / 2 ** 32) ^ 0xc2b2ae35;
  let counter = 1;
  let ids = 0;
  const draw = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < warmUp; round += 1) draw();
  const next = (): number => draw() / 2 ** 32;
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    happens: (probability) => probability > 0 && next() < probability,
    pick: (options) => {
      const option = options[below(options.length)];
      if (option === undefined) throw new Error('nothing to pick from');
      return option;
    },
    uuid: () => {
      ids += 1;
      return `00000000-0000-4000-8000-${String(ids).padStart(12, '0')}`;
    },
  };
}
