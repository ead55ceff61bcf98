// The run under drill: its addresses, its power cuts, and calls that outlast them.

import { setTimeout as wait } from 'node:timers/promises';
import { readSettings, type Settings } from '../../local/settings.ts';
import { until } from '../e2e/http-client.ts';
import { startRun, type Run } from '../e2e/run.ts';
import { anyAlive, cpuSecondsOf, killTree, treeOf } from './process-tree.ts';

export type SiteAnswer = { status: number; body: unknown };

export type Site = {
  settings: Settings;
  stateDir: string;
  /** Waits out a power cut. @throws Error where the run didn't start again */
  up: () => Promise<void>;
  /**
   * One request; undefined where no answer came, as when the power fails.
   * @throws Error where the run has ended on its own
   */
  request: (url: string, init?: RequestInit) => Promise<SiteAnswer | undefined>;
  /** The same until it is answered, by anything but 5xx. */
  insist: (url: string, init?: RequestInit) => Promise<SiteAnswer>;
  /** Ends the run with all its processes as a power cut does, and starts it again. */
  cutPower: () => void;
  /** For each power cut, how long it took until the run was ready again. */
  downMs: () => readonly number[];
  /** CPU seconds of all that ran so far. */
  cpuSeconds: () => number;
  /** Ends the run for good; its state is kept where somebody wants to look into it. */
  end: (options: { keepState: boolean }) => Promise<void>;
};

const requestTimeoutMs = 30_000;
const beforeRetryMs = 50;

export async function openSite(): Promise<Site> {
  let run: Run = await startRun();
  let up = Promise.resolve();
  let cutting = false;
  let cpuBefore = 0;
  const downMs: number[] = [];
  const settings = readSettings({ ...process.env, RIDEGATE_PORT: String(run.port) });

  const request: Site['request'] = async (url, init) => {
    await up;
    const { pid } = run;
    try {
      const response = await fetch(url, { ...init, signal: AbortSignal.timeout(requestTimeoutMs) });
      const text = await response.text();
      return { status: response.status, body: parsed(text) };
    } catch (fault) {
      if (run.pid === pid && !cutting && !anyAlive([pid])) throw fault;
      return undefined;
    }
  };
  const restart = async (): Promise<void> => {
    const startedMs = performance.now();
    cutting = true;
    const tree = treeOf(run.pid);
    cpuBefore += cpuSecondsOf(tree);
    killTree(tree);
    await run.kill();
    await until(
      () => Promise.resolve(anyAlive(tree)),
      (alive) => !alive,
    );
    run = await startRun(run);
    cutting = false;
    downMs.push(performance.now() - startedMs);
  };

  return {
    settings,
    stateDir: run.stateDir,
    up: () => up,
    request,
    insist: async (url, init) => {
      for (;;) {
        const answer = await request(url, init);
        if (answer !== undefined && answer.status < 500) return answer;
        await wait(beforeRetryMs);
      }
    },
    cutPower: () => {
      up = restart();
    },
    downMs: () => downMs,
    cpuSeconds: () => cpuBefore + cpuSecondsOf(treeOf(run.pid)),
    end: async ({ keepState }) => {
      await (keepState ? run.kill() : run.stop());
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
