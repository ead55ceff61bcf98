// A batch of the table's stream: each customer's records in their order, and nobody waits for another's.

import { decideFailedRelay, worseFault } from '../domain/failed-relay.ts';
import { faultsOf } from './deliver-notification.ts';
import type { Clock } from './ports/environment.ts';
import type { JudgeFault, RelayRetries, RelayTask } from './ports/relay.ts';
import { relayChange, type RelayDeps } from './relay-change.ts';
import type { Attempt, RelayProgress } from './relay-progress.ts';

export type RelayBatchDeps = RelayDeps & { retries: RelayRetries; judge: JudgeFault; clock: Clock };

export type RelayOutcome = {
  task: RelayTask;
  /** `left`: for the stream's next try. `done_before`: it came again because of another one. */
  result: 'relayed' | 'handed_over' | 'left' | 'done_before';
  notificationId: string | null;
  /** Everything that went wrong in this try. */
  faults: readonly unknown[];
};

/**
 * How long new records are begun with. Each of its calls ends within seconds (adapters/brief-calls.ts), so that
 * the function is done before its time-out of 30 s, which would have the whole batch repeated.
 */
const beginForMs = 10_000;

/** Relays what it can, hands over what must not hold up the rest, and leaves the remainder; in the batch's order. */
export async function relayBatch(
  deps: RelayBatchDeps,
  progress: RelayProgress,
  batch: readonly RelayTask[],
): Promise<RelayOutcome[]> {
  const untilMs = deps.clock.nowMs() + beginForMs;
  const lines = [...Map.groupBy(batch, ({ item }) => item.pk).values()];
  const outcomes = await Promise.all(lines.map((line) => relayInOrder(deps, progress, line, untilMs)));
  const outcomeOf = new Map(outcomes.flat().map((outcome) => [outcome.task, outcome]));
  progress.settle(
    batch,
    batch.find((task) => outcomeOf.get(task)?.result === 'left'),
  );
  return batch.flatMap((task) => outcomeOf.get(task) ?? []);
}

/** Of one customer: behind a record that is left, his others wait, so that his pushes keep their order. */
async function relayInOrder(
  deps: RelayBatchDeps,
  progress: RelayProgress,
  line: readonly RelayTask[],
  untilMs: number,
): Promise<RelayOutcome[]> {
  const outcomes: RelayOutcome[] = [];
  for (const task of line) {
    const waits = outcomes.at(-1)?.result === 'left' || deps.clock.nowMs() >= untilMs;
    outcomes.push(
      waits
        ? { task, result: 'left', notificationId: null, faults: [] }
        : await relayTask(deps, task, progress.of(task)),
    );
  }
  return outcomes;
}

async function relayTask(deps: RelayBatchDeps, task: RelayTask, attempt: Attempt): Promise<RelayOutcome> {
  let notificationId: string | null = null;
  if (attempt.done) return { task, result: 'done_before', notificationId, faults: [] };
  try {
    const change = task.read();
    if (change.kind === 'push') notificationId = change.notification.id;
    await relayChange(deps, change, attempt.reached);
    attempt.done = true;
    return { task, result: 'relayed', notificationId, faults: [] };
  } catch (fault) {
    const faults = faultsOf(fault);
    try {
      attempt.done = await handOver(deps, { task, attempt, faults, notificationId });
      return { task, result: attempt.done ? 'handed_over' : 'left', notificationId, faults };
    } catch (queueFault) {
      // Without the queue it is the stream's again: nothing is lost, but those behind it wait.
      return { task, result: 'left', notificationId, faults: [...faults, queueFault] };
    }
  }
}

/** Answers whether it was time for that. */
async function handOver(
  { judge, retries, clock }: RelayBatchDeps,
  failed: {
    task: RelayTask;
    attempt: Attempt;
    faults: readonly unknown[];
    notificationId: string | null;
  },
): Promise<boolean> {
  const { task, attempt, faults, notificationId } = failed;
  const worst = faults.map(judge).reduce(worseFault);
  const nowMs = clock.nowMs();
  attempt.firstFailedAtMs ??= nowMs;
  if (decideFailedRelay(worst, nowMs - task.savedAtMs) === 'retry') return false;
  await retries.handOver({
    item: task.item,
    notificationId,
    reached: [...attempt.reached],
    cause: worst.cause,
    firstFailedAtMs: attempt.firstFailedAtMs,
    lastFailedAtMs: nowMs,
  });
  return true;
}
