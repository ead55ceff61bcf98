// A background loop that outlives its faults and ends between two rounds.
import { setTimeout as delay } from 'node:timers/promises';
import { reasonOf } from '../failure.ts';

export interface Poller {
  /** Starts nothing more, and settles when what was in flight is done. */
  stop(): Promise<void>;
}

const afterFaultMs = 500;

/** Repeats `round` until stopped. A fault is told once per streak, and the loop goes on after a pause. */
export function startLoop(
  round: (signal: AbortSignal) => Promise<void>,
  onFault: (reason: string) => void,
): Poller {
  const abort = new AbortController();
  const { signal } = abort;
  const run = async () => {
    let failing = false;
    while (!signal.aborted) {
      try {
        await round(signal);
        failing = false;
      } catch (error) {
        if (isAborted(signal)) return;
        if (!failing) onFault(reasonOf(error));
        failing = true;
        await pause(afterFaultMs, signal);
      }
    }
  };
  const ended = run();
  return {
    stop: async () => {
      abort.abort();
      await ended;
    },
  };
}

/** Waits, or returns at once when the loop is stopped. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => undefined);
}

// A function, so that the compiler doesn't take the signal's state for what it was before the await.
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}
