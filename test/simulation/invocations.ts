// Runs functions as Lambda does: each call is a task of its own that can die at any step.

import type { Scheduler, Task } from './scheduler.ts';

export type Outcome<Answer> =
  | { kind: 'answered'; answer: Answer }
  | { kind: 'threw'; reason: unknown }
  /** The Lambda died, or nobody waited for it any longer. */
  | { kind: 'lost' };

export type Invocations = {
  /** Starts a function; `ended` is told in its last step, or when it has died. */
  start: <Answer>(
    name: string,
    run: () => Promise<Answer>,
    ended: (outcome: Outcome<Answer>) => void,
  ) => Task;
};

export function createInvocations(scheduler: Scheduler): Invocations {
  return {
    start: (name, run, ended) =>
      scheduler.spawn(name, run, {
        mortal: true,
        ended: (outcome) =>
          ended(
            outcome.status === 'fulfilled'
              ? { kind: 'answered', answer: outcome.value }
              : { kind: 'threw', reason: outcome.reason },
          ),
        died: () => ended({ kind: 'lost' }),
      }),
  };
}
