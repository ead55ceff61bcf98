// Runs a history one step at a time. Every simulated I/O parks its task; the scheduler picks one of what is
// ready by chance, resumes it, and lets it run until it parks again. Only the scheduler moves the clock.

import type { Chance } from './chance.ts';
import { createSleepers } from './sleepers.ts';
import { takeSteps } from './turns.ts';
import { Violation } from './violation.ts';

/** An invocation, or somebody outside who acts. `mortal` ones can die at any step, as a Lambda can. */
export type Task = {
  readonly id: number;
  readonly name: string;
  readonly mortal: boolean;
  readonly startedStep: number;
  dead: boolean;
  readonly died: () => void;
};

/** A point at which something can go on; `task` is null for the world's own doings. */
export type Ready = { task: Task | null; label: string; run: () => void };

export type Scheduler = {
  nowMs: () => number;
  /** How many steps were taken: the order of everything that happened. */
  steps: () => number;
  /** Sums up which step followed which: two runs of one seed have the same. */
  fingerprint: () => number;
  /** The task that is running right now. */
  current: () => Task | null;
  /** Starts a task. `ended` is told in the task's last step, `died` when it was killed. */
  spawn: <Result>(
    name: string,
    run: () => Promise<Result>,
    life?: { mortal?: boolean; ended?: (outcome: PromiseSettledResult<Result>) => void; died?: () => void },
  ) => Task;
  /** Makes the running task wait until it is picked again. */
  park: (label: string) => Promise<void>;
  sleep: (milliseconds: number, label: string) => Promise<void>;
  /** Has something run once the time has passed, as a step of its own or of a task. */
  later: (milliseconds: number, label: string, run: () => void, task?: Task | null) => void;
  /** Ends the history: from inside of a task a throw could be taken for a fault of the world. */
  fail: (reason: unknown) => void;
  /** Runs until nothing is ready and nobody sleeps. @throws Violation, or what a task threw */
  runUntilQuiet: () => Promise<void>;
};

export type Step = { atMs: number; task: string; label: string };

type Options = {
  chance: Chance;
  startMs: number;
  /** Asked before each step of a mortal task. */
  dies: (label: string) => boolean;
  /** Which of what is ready goes on; drawn by chance where nobody says so. */
  pick?: (ready: readonly Ready[]) => number;
  watch: ((step: Step) => void) | null;
};

const maxSteps = 150_000;
const longestStepMs = 8;

export function createScheduler(options: Options): Scheduler {
  const { chance, startMs, dies, watch } = options;
  const pick = options.pick ?? (({ length }: readonly Ready[]) => chance.below(length));
  const ready: Ready[] = [];
  const asleep = createSleepers<Ready>();
  let nowMs = startMs;
  let steps = 0;
  let tasks = 0;
  let fingerprint = 0x811c9dc5;
  let running: Task | null = null;
  let failure: { reason: unknown } | null = null;

  const fail = (reason: unknown): void => {
    failure ??= { reason };
  };

  const wakeUp = (): void => {
    for (;;) {
      const nextMs = asleep.nextAtMs();
      if (nextMs === null || (nextMs > nowMs && ready.length > 0)) return;
      nowMs = Math.max(nowMs, nextMs);
      const next = asleep.wake();
      if (next !== undefined && next.task?.dead !== true) ready.push(next);
    }
  };

  const kill = (task: Task): void => {
    task.dead = true;
    for (let index = ready.length - 1; index >= 0; index -= 1) {
      if (ready[index]?.task === task) ready.splice(index, 1);
    }
    task.died();
  };

  const step = (): boolean => {
    running = null;
    if (failure !== null) return false;
    wakeUp();
    if (ready.length === 0) return false;
    steps += 1;
    if (steps > maxSteps) {
      fail(new Violation('liveness', `the history did not come to rest in ${maxSteps} steps`));
      return false;
    }
    const index = pick(ready);
    const picked = ready[index];
    if (picked === undefined) return false;
    const last = ready.pop();
    if (last !== undefined && last !== picked) ready[index] = last;
    const { task, label, run } = picked;
    nowMs += chance.below(longestStepMs);
    fingerprint = Math.imul(fingerprint ^ (index + ready.length * 64 + (task?.id ?? 0) * 4096), 0x01000193);
    watch?.({ atMs: nowMs, task: task?.name ?? 'world', label });
    running = task;
    try {
      if (task?.mortal === true && dies(label)) {
        watch?.({ atMs: nowMs, task: task.name, label: 'DIES' });
        kill(task);
      } else run();
    } catch (reason) {
      fail(reason);
    }
    return true;
  };

  const later: Scheduler['later'] = (milliseconds, label, run, task = null) => {
    const entry = { task, label, run };
    if (milliseconds <= 0) {
      ready.push(entry);
      return;
    }
    asleep.add(nowMs + milliseconds, entry);
  };

  const sleep: Scheduler['sleep'] = (milliseconds, label) => {
    const task = running;
    if (task === null) throw new Error(`nobody is running who could wait for ${label}`);
    // A dead task waits forever.
    return new Promise((resolve) => {
      if (!task.dead) later(milliseconds, label, resolve, task);
    });
  };

  return {
    nowMs: () => nowMs,
    steps: () => steps,
    fingerprint: () => fingerprint,
    current: () => running,
    fail,
    later,
    sleep,
    park: (label) => sleep(0, label),
    spawn: (name, run, { mortal = false, ended, died } = {}) => {
      tasks += 1;
      const task: Task = {
        id: tasks,
        name,
        mortal,
        startedStep: steps,
        dead: false,
        died: died ?? (() => undefined),
      };
      const end =
        ended ??
        ((outcome) => {
          if (outcome.status === 'rejected') fail(outcome.reason);
        });
      const start = (): void => {
        run().then(
          (value) => guarded(() => end({ status: 'fulfilled', value })),
          (reason: unknown) => guarded(() => end({ status: 'rejected', reason })),
        );
      };
      later(0, 'starts', start, task);
      return task;
    },
    runUntilQuiet: async () => {
      await takeSteps(step);
      if (failure !== null) throw asError(failure.reason);
    },
  };

  function guarded(act: () => void): void {
    try {
      act();
    } catch (reason) {
      fail(reason);
    }
  }
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
