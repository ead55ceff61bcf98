// Counts by name, one bar below the other. The number stands beside the name: nobody has to point at a bar for it.

import BarChart from '@cloudscape-design/components/bar-chart';
import { useFormatter } from 'use-intl';
import { useIsNarrow } from '../../../parts/narrow.ts';
import { axisEnd, linesOf, type Ranked } from '../chart-data.ts';
import { useChartTexts } from './chart-texts.ts';

/** How much room a line of a name takes, and what is between two bars, in pixels. */
const lineHeight = 16;
const gap = 12;

export function RankedBars({
  label,
  unit,
  rows,
}: {
  label: string;
  /** What is counted. */
  unit: string;
  rows: readonly Ranked[];
}) {
  const format = useFormatter();
  const { i18nStrings, count, summaryOf } = useChartTexts();
  // As much as Cloudscape shows of a name before it cuts it off.
  const width = useIsNarrow() ? 17 : 28;
  const labels = new Map(
    rows.map((row) => [row.text, linesOf(`${row.text}: ${format.number(row.count)}`, width)]),
  );
  const mostLines = Math.max(...[...labels.values()].map((lines) => lines.length));
  return (
    <BarChart
      horizontalBars
      hideFilter
      hideLegend
      height={Math.max(3, rows.length) * (mostLines * lineHeight + gap)}
      series={[
        {
          type: 'bar',
          title: unit,
          data: rows.map((row) => ({ x: row.text, y: row.count })),
          valueFormatter: (value) => format.number(value),
        },
      ]}
      xDomain={rows.map(({ text }) => text)}
      yDomain={[0, axisEnd(rows.map((row) => row.count))]}
      xTickFormatter={(text) => labels.get(text)?.join('\n') ?? text}
      yTickFormatter={count}
      yTitle={unit}
      ariaLabel={label}
      ariaDescription={summaryOf(rows)}
      i18nStrings={i18nStrings}
    />
  );
}
