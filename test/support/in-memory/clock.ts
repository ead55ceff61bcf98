import type { Clock } from '../../../functions/use-cases/ports/environment.ts';

/** A clock that stands still until a test moves it. */
export type FixedClock = Clock & {
  set: (nowMs: number) => void;
  advance: (milliseconds: number) => void;
};

export function createFixedClock(startMs = Date.UTC(2026, 0, 15, 12)): FixedClock {
  let nowMs = startMs;
  return {
    nowMs: () => nowMs,
    set: (toMs) => {
      nowMs = toMs;
    },
    advance: (milliseconds) => {
      nowMs += milliseconds;
    },
  };
}
