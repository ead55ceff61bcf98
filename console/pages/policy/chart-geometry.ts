// Where things stand in the chart of customers by risk score, in its own units.

import type { RiskBar } from './what-if.ts';

const size = { width: 400, height: 220 } as const;
const plot = { left: 14, right: 300, top: 44, bottom: 180 } as const;
const barWidth = 34;
/** Where those without a score stand: apart from the axis. */
const unscoredAt = 356;

export const chart = { size, plot, barWidth, unscoredAt } as const;

/** Where a score from 0 to 100 stands on the axis. */
export function scoreX(score: number): number {
  return plot.left + ((plot.right - plot.left) * score) / 100;
}

export type DrawnBar = RiskBar & { x: number; top: number; height: number; flaggedHeight: number };

/** The bars at their places; the highest one fills the plot. */
export function drawnBars(bars: readonly RiskBar[]): DrawnBar[] {
  const most = Math.max(1, ...bars.map(({ customers }) => customers));
  const unit = (plot.bottom - plot.top) / most;
  return bars.map((bar) => ({
    ...bar,
    x: (bar.score === null ? unscoredAt : scoreX(bar.score)) - barWidth / 2,
    top: plot.bottom - bar.customers * unit,
    height: bar.customers * unit,
    flaggedHeight: bar.flagged * unit,
  }));
}
