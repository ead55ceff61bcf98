// npm run simulate: many histories on all cores, with progress; or one of them, told step by step.
//   npm run simulate -- --histories 1000000 --from 1
//   npm run simulate -- --seed 42

import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { replay } from './replay.ts';
import type { HistoryReport } from './run-history.ts';
import { runHistories, tellBroken, type RunReport } from './run.ts';

const defaultHistories = 1_000_000;
const chunk = 50;
const progressEveryMs = 2_000;
/** After so many broken histories there is something to mend first. */
const enoughBroken = 10;

type Chunk = { from: number; histories: number };

if (isMainThread) await main();
else serve();

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { seed: { type: 'string' }, histories: { type: 'string' }, from: { type: 'string' } },
  });
  if (values.seed !== undefined) {
    const report = await replay(wholeNumber('seed', values.seed), print);
    print(report.broken === null ? 'every promise was kept' : await tellBroken(report));
    process.exitCode = report.broken === null ? 0 : 1;
    return;
  }
  const histories = wholeNumber('histories', values.histories ?? String(defaultHistories));
  await simulate(wholeNumber('from', values.from ?? '1'), histories);
}

/** Hands out chunks of seeds, lowest first, until all are done, enough are broken, or somebody interrupts. */
async function simulate(from: number, histories: number): Promise<void> {
  const startedMs = performance.now();
  const sums = { histories: 0, steps: 0, calls: 0, events: 0 };
  const broken: HistoryReport[] = [];
  let next = from;
  const interrupt = new AbortController();
  const take = (): Chunk | null => {
    if (interrupt.signal.aborted || broken.length >= enoughBroken || next >= from + histories) return null;
    const taken = { from: next, histories: Math.min(chunk, from + histories - next) };
    next += taken.histories;
    return taken;
  };
  const add = (report: RunReport): void => {
    sums.histories += report.histories;
    sums.steps += report.steps;
    sums.calls += report.calls;
    sums.events += report.events;
    broken.push(...report.broken);
  };
  const tellProgress = (): void => {
    const seconds = (performance.now() - startedMs) / 1000;
    const rate = sums.histories / seconds;
    const left = rate === 0 ? 'unknown' : duration((histories - sums.histories) / rate);
    print(
      `${sums.histories} of ${histories} histories, ${broken.length} broken, ${rate.toFixed(0)}/s, ${left} left`,
    );
  };
  const onInterrupt = (): void => {
    if (interrupt.signal.aborted) process.exit(130);
    interrupt.abort();
    print('stopping after what is under way; once more to stop at once');
  };
  process.on('SIGINT', onInterrupt);
  const progress = setInterval(tellProgress, progressEveryMs);
  await Promise.all(Array.from({ length: availableParallelism() }, () => work(take, add)));
  clearInterval(progress);
  process.off('SIGINT', onInterrupt);
  for (const report of broken) print(`\n${await tellBroken(report)}`);
  const interrupted = interrupt.signal.aborted;
  const upTo = interrupted ? ` (stopped; go on with -- --from ${next})` : '';
  print(
    `${sums.histories} histories from seed ${from} on in ${duration((performance.now() - startedMs) / 1000)}${upTo}: ` +
      `${sums.calls} calls, ${sums.events} events, ${sums.steps} steps, ${broken.length} broken`,
  );
  process.exitCode = broken.length > 0 ? 1 : interrupted ? 130 : 0;
}

/** One thread that is given chunk after chunk. */
async function work(take: () => Chunk | null, add: (report: RunReport) => void): Promise<void> {
  const worker = new Worker(new URL(import.meta.url));
  try {
    await new Promise<void>((resolve, reject) => {
      const give = (): void => {
        const taken = take();
        if (taken === null) resolve();
        else worker.postMessage(taken);
      };
      worker.on('message', (report: RunReport) => {
        add(report);
        give();
      });
      worker.on('error', reject);
      give();
    });
  } finally {
    await worker.terminate();
  }
}

function serve(): void {
  parentPort?.on('message', (taken: Chunk) => {
    void runHistories(taken).then((report) => parentPort?.postMessage(report));
  });
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  print(`--${name} has to be a whole number, not ${text}`);
  process.exit(2);
}

function duration(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = `${Math.floor(seconds) % 60} s`;
  if (hours > 0) return `${hours} h ${minutes} min`;
  return minutes > 0 ? `${minutes} min ${rest}` : rest;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
