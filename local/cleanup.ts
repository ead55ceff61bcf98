// What was started, to be ended in reverse order.
import { reasonOf } from './failure.ts';

export interface Cleanup {
  /** Remembers how to end something that was just started. */
  add(end: () => Promise<void> | void): void;
  /** Ends everything once, also where one end fails. */
  run(): Promise<void>;
}

export function createCleanup(onFault: (reason: string) => void): Cleanup {
  const ends: (() => Promise<void> | void)[] = [];
  let running: Promise<void> | undefined;
  const runAll = async () => {
    for (let end = ends.pop(); end !== undefined; end = ends.pop()) {
      try {
        await end();
      } catch (error) {
        onFault(reasonOf(error));
      }
    }
  };
  return {
    add: (end) => ends.push(end),
    run: () => (running ??= runAll()),
  };
}
