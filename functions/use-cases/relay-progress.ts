// What a running relay remembers of records that the stream will hand out again, so that a repetition does only
// what is left to do. A relay that starts anew knows nothing and repeats more, under the same ids.

import type { RelayTask } from './ports/relay.ts';

export type Attempt = {
  /** Relayed or handed over: nothing is left to do. */
  done: boolean;
  /** Where its notification has been (deliver-notification.ts). */
  reached: Set<string>;
  firstFailedAtMs: number | null;
};

export type RelayProgress = {
  of: (task: RelayTask) => Attempt;
  /** Forgets those of a batch that won't come again: the stream goes on from the first that is left. */
  settle: (batch: readonly RelayTask[], firstLeft: RelayTask | undefined) => void;
};

export function createRelayProgress(): RelayProgress {
  const attempts = new Map<string, Attempt>();
  return {
    of({ sequence }) {
      const attempt = attempts.get(sequence) ?? { done: false, reached: new Set(), firstFailedAtMs: null };
      attempts.set(sequence, attempt);
      return attempt;
    },
    settle(batch, firstLeft) {
      for (const task of batch) {
        if (task === firstLeft) return;
        attempts.delete(task.sequence);
      }
    },
  };
}
