import type { Pause } from '../../../functions/use-cases/ports/environment.ts';

/** A pause that doesn't wait, and remembers how long it was asked to. */
export type RecordingPause = Pause & { askedMs: number[] };

export function createNoWait(): RecordingPause {
  const askedMs: number[] = [];
  const pause = (milliseconds: number): Promise<void> => {
    askedMs.push(milliseconds);
    return Promise.resolve();
  };
  return Object.assign(pause, { askedMs });
}
