// Runs histories by their seeds, and tells of a broken one so that anybody can see it again.

import type { Sabotage } from './wiring.ts';
import { runHistory, type HistoryReport } from './run-history.ts';

export type RunReport = {
  histories: number;
  steps: number;
  calls: number;
  events: number;
  broken: readonly HistoryReport[];
};

export type RunOptions = {
  from: number;
  histories: number;
  sabotage?: Sabotage;
  /** Ends the run early. */
  stop?: (sofar: RunReport) => boolean;
};

/** One history after the other, in one thread. */
export async function runHistories({ from, histories, sabotage = {}, stop }: RunOptions): Promise<RunReport> {
  const broken: HistoryReport[] = [];
  const sums = { histories: 0, steps: 0, calls: 0, events: 0, broken };
  for (let seed = from; seed < from + histories; seed += 1) {
    const report = await runHistory(seed, { sabotage });
    sums.histories += 1;
    sums.steps += report.steps;
    sums.calls += report.calls;
    sums.events += report.events;
    if (report.broken !== null) broken.push(report);
    if (stop?.(sums) === true) break;
  }
  return sums;
}

const stepsShown = 40;

/** The story of a broken history: what was broken, the last steps before that, and how to replay it. */
export async function tellBroken({ seed, broken }: HistoryReport): Promise<string> {
  if (broken === null) return `seed ${seed} keeps every promise`;
  const steps: string[] = [];
  await runHistory(seed, {
    watch: ({ atMs, task, label }) => {
      steps.push(`  ${new Date(atMs).toISOString().slice(11, 23)}  ${task}: ${label}`);
    },
  });
  return [
    `seed ${seed} breaks "${broken.invariant}": ${broken.detail}`,
    `the last of ${steps.length} steps:`,
    ...steps.slice(-stepsShown),
    `replay it with: npm run simulate -- --seed ${seed}`,
  ].join('\n');
}
