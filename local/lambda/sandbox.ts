// One worker thread that runs a function: takes concurrent invocations, enforces the time-out, and may die.
import { randomUUID } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { LambdaFunction } from '../template/deployment.ts';
import type { FunctionFault, InvokeMessage, WorkerAnswer, WorkerSetup } from './protocol.ts';

/** How an invocation ended. */
export type Outcome =
  | { readonly outcome: 'answered'; readonly payload: unknown }
  | { readonly outcome: 'failed'; readonly fault: FunctionFault };

export interface Sandbox {
  /** False once an invocation timed out or the thread died: the next invocation needs a fresh sandbox. */
  readonly usable: boolean;
  /** Settles once the bundle is loaded or the thread died. */
  readonly initialized: Promise<void>;
  invoke(event: unknown): Promise<Outcome>;
  close(): Promise<void>;
}

interface Pending {
  settle(outcome: Outcome): void;
  timer?: NodeJS.Timeout;
}

export function createSandbox(
  fn: LambdaFunction,
  env: Readonly<Record<string, string>>,
  log: (lines: string) => void,
): Sandbox {
  const setup: WorkerSetup = { ...pick(fn), functionName: fn.name, functionArn: fn.arn };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: setup,
    env: { ...env },
    argv: [],
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: Math.max(fn.memoryMb, 128) },
  });
  const pending = new Map<string, Pending>();
  let usable = true;
  const initialized = Promise.withResolvers<undefined>();
  for (const stream of [worker.stdout, worker.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', log);
  }

  const retire = () => {
    usable = false;
    if (pending.size === 0) void worker.terminate();
  };
  const finish = (requestId: string, outcome: Outcome) => {
    const call = pending.get(requestId);
    if (call === undefined) return;
    pending.delete(requestId);
    clearTimeout(call.timer);
    call.settle(outcome);
    if (!usable) retire();
  };
  const die = (fault: FunctionFault) => {
    usable = false;
    initialized.resolve(undefined);
    for (const requestId of [...pending.keys()]) finish(requestId, { outcome: 'failed', fault });
  };

  worker.on('message', (answer: WorkerAnswer) => {
    if (answer.outcome === 'initialized') initialized.resolve(undefined);
    else if (answer.outcome === 'failed') finish(answer.requestId, answer);
    else finish(answer.requestId, { outcome: 'answered', payload: JSON.parse(answer.payload) as unknown });
  });
  worker.on('error', (error: Error) => {
    log(`${error.stack ?? error.message}\n`);
    die({ errorType: `Runtime.${error.name}`, errorMessage: error.message });
  });
  worker.on('exit', (code) => {
    die({ errorType: 'Runtime.ExitError', errorMessage: `Runtime exited with status ${code}` });
  });

  // The time-out begins when the bundle is loaded: initialization isn't the function's own time.
  const begin = (requestId: string, call: Pending, event: unknown) => {
    if (!pending.has(requestId)) return;
    call.timer = setTimeout(() => {
      const seconds = (fn.timeoutMs / 1000).toFixed(2);
      const errorMessage = `RequestId: ${requestId} Error: Task timed out after ${seconds} seconds`;
      log(`${errorMessage}\n`);
      usable = false;
      finish(requestId, { outcome: 'failed', fault: { errorType: 'Sandbox.Timedout', errorMessage } });
    }, fn.timeoutMs);
    worker.postMessage({ requestId, event, deadlineMs: Date.now() + fn.timeoutMs } satisfies InvokeMessage);
  };

  return {
    get usable() {
      return usable;
    },
    initialized: initialized.promise,
    invoke: (event) =>
      new Promise((settle) => {
        const requestId = randomUUID();
        const call: Pending = { settle };
        pending.set(requestId, call);
        void initialized.promise.then(() => {
          begin(requestId, call, event);
        });
      }),
    close: async () => {
      usable = false;
      await worker.terminate();
    },
  };
}

function pick({ module, exportName, memoryMb }: LambdaFunction) {
  return { module, exportName, memoryMb };
}
