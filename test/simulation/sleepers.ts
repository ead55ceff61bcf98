/** What is to happen later, by its time; of the same time, in the order in which it was asked for. */
export type Sleepers<Sleeper> = {
  add: (atMs: number, sleeper: Sleeper) => void;
  /** Null where nobody sleeps. */
  nextAtMs: () => number | null;
  /** Takes the first one out. */
  wake: () => Sleeper | undefined;
};

export function createSleepers<Sleeper>(): Sleepers<Sleeper> {
  const asleep: { atMs: number; sleeper: Sleeper }[] = [];
  return {
    add: (atMs, sleeper) => {
      const after = asleep.findIndex((other) => other.atMs > atMs);
      asleep.splice(after === -1 ? asleep.length : after, 0, { atMs, sleeper });
    },
    nextAtMs: () => asleep[0]?.atMs ?? null,
    wake: () => asleep.shift()?.sleeper,
  };
}
