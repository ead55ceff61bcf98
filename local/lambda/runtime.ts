// Lambda on this machine: every function of the templates in its own worker thread, with its log in its own file.
import { createWriteStream, type WriteStream } from 'node:fs';
import path from 'node:path';
import type { LambdaFunction } from '../template/deployment.ts';
import { functionEnvironment, type LocalServices } from './function-environment.ts';
import { createSandbox, type Outcome, type Sandbox } from './sandbox.ts';

export interface LambdaRuntime {
  /** Never rejects: a function's error, time-out or crash is an outcome. */
  invoke(functionName: string, event: unknown): Promise<Outcome>;
  /** Loads every function once, one after the other, so that first requests are fast. */
  warmUp(): Promise<void>;
  close(): Promise<void>;
}

interface RuntimeSettings extends LocalServices {
  readonly functions: readonly LambdaFunction[];
  readonly logFolder: string;
  /** Also print the functions' lines to the terminal. */
  readonly mirrorLogs: boolean;
}

export function createLambdaRuntime(settings: RuntimeSettings): LambdaRuntime {
  const functions = new Map(settings.functions.map((fn) => [fn.name, fn]));
  const sandboxes = new Map<string, Sandbox>();
  const logs = new Map<string, WriteStream>();
  let closed = false;

  const logOf = (name: string) => {
    const existing = logs.get(name);
    if (existing !== undefined) return existing;
    const log = createWriteStream(path.join(settings.logFolder, `${name}.log`), { flags: 'a' });
    // A full disk costs log lines, not the run.
    log.on('error', () => undefined);
    logs.set(name, log);
    return log;
  };
  const write = (name: string, lines: string) => {
    const log = logOf(name);
    if (!log.writableEnded) log.write(lines);
    if (settings.mirrorLogs) process.stderr.write(`[${name}] ${lines}`);
  };
  const sandboxOf = (fn: LambdaFunction) => {
    const existing = sandboxes.get(fn.name);
    if (existing?.usable === true) return existing;
    const fresh = createSandbox(fn, functionEnvironment(fn, settings), (lines) => write(fn.name, lines));
    sandboxes.set(fn.name, fresh);
    return fresh;
  };

  return {
    invoke: async (functionName, event) => {
      const fn = functions.get(functionName);
      if (fn === undefined || closed) {
        const errorMessage = fn === undefined ? `Function not found: ${functionName}` : 'The run is ending.';
        return { outcome: 'failed', fault: { errorType: 'ResourceNotFoundException', errorMessage } };
      }
      const startedMs = performance.now();
      const result = await sandboxOf(fn).invoke(event);
      const status =
        result.outcome === 'answered'
          ? 'answered'
          : `${result.fault.errorType}: ${result.fault.errorMessage}`;
      write(
        functionName,
        `REPORT ${new Date().toISOString()} ${(performance.now() - startedMs).toFixed(1)} ms ${status}\n`,
      );
      if (result.outcome === 'failed' && result.fault.trace !== undefined) {
        write(functionName, `${result.fault.trace.join('\n')}\n`);
      }
      return result;
    },
    warmUp: async () => {
      for (const fn of functions.values()) {
        if (!closed) await sandboxOf(fn).initialized;
      }
    },
    close: async () => {
      closed = true;
      await Promise.all([...sandboxes.values()].map((sandbox) => sandbox.close()));
      await Promise.all([...logs.values()].map((log) => new Promise((resolve) => log.end(resolve))));
    },
  };
}
