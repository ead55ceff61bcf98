// Waits, for a bounded time, until the verification that the rider left for has a result.
import type { RiderCustomer } from '../api/rider-api.ts';
import type { Answer } from '../api/fault.ts';
import { isSettled, type BeforeCheck } from './standing.ts';

interface Wait {
  readonly getCustomer: () => Promise<Answer<RiderCustomer>>;
  readonly before: BeforeCheck | null;
  readonly signal: AbortSignal;
  /** Told once when it takes longer than a rider expects. */
  readonly onLate: () => void;
}

const everyMs = 1_000;
const lateMs = 8_000;
const atMostMs = 45_000;

/** @returns the last answer: the result, or after the longest wait whatever is known by then */
export async function awaitCheck({ getCustomer, before, signal, onLate }: Wait) {
  const startedMs = performance.now();
  let late = false;
  for (;;) {
    const answer = await getCustomer();
    const waitedMs = performance.now() - startedMs;
    const settled = answer.ok && isSettled(answer.value, before);
    if (signal.aborted || settled || waitedMs > atMostMs) return answer;
    if (!late && waitedMs > lateMs) {
      late = true;
      onLate();
    }
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
