// A drill's result, for a person.

import type { DrillReport } from './drill.ts';

const mostFindings = 20;

export function describe(report: DrillReport): string {
  const { lost, doubled, wrong } = report;
  const down = report.downMs.reduce((sum, ms) => sum + ms, 0);
  const rate = report.acknowledged / ((report.loadMs + report.drainMs - down) / 1000);
  const rows: [string, string][] = [
    ['events', String(report.events)],
    ['deliveries tried', String(report.posts)],
    ['acknowledged', String(report.acknowledged)],
    [
      'of these duplicates',
      `${report.duplicates} (${percent(report.duplicates, report.events)} of the events)`,
    ],
    ['kill -9 and restart', String(report.downMs.length)],
    ['ready again after', report.downMs.map(seconds).join(', ')],
    ['load', `${seconds(report.loadMs)}, of which down ${seconds(down)}`],
    ['drained after', seconds(report.drainMs)],
    ['rate while up', `${rate.toFixed(0)} webhooks a second, processed to the end`],
    ['CPU time of the run', `${report.cpuSeconds.toFixed(0)} s`],
    ['scheduled runs', String(report.reconcilerRuns)],
    ['lost', String(lost.length)],
    ['double effects', String(doubled.length)],
    ['otherwise wrong', String(wrong.length)],
  ];
  const findings = [...lost, ...doubled, ...wrong];
  return [
    '',
    ...rows.map(([name, value]) => `${name.padEnd(22)}${value}`),
    ...findings.slice(0, mostFindings).map((finding) => `  ${finding}`),
    ...(findings.length > mostFindings ? [`  and ${findings.length - mostFindings} more`] : []),
    ...(report.stateDir === undefined ? [] : [`The run's state is kept in ${report.stateDir}`]),
  ].join('\n');
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(whole, 1)).toFixed(0)} %`;
}
