// Counts by name, one bar below the other. The number stands beside the name: nobody has to point at a bar for it.

import BarChart from '@cloudscape-design/components/bar-chart';
import { useFormatter } from 'use-intl';
import { axisEnd, type Ranked } from '../chart-data.ts';
import { useChartTexts } from './chart-texts.ts';

/** How much room a bar takes, in pixels. */
const rowHeight = 38;

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
  return (
    <BarChart
      horizontalBars
      hideFilter
      hideLegend
      height={Math.max(2, rows.length) * rowHeight}
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
      xTickFormatter={(text) =>
        `${text}: ${format.number(rows.find((row) => row.text === text)?.count ?? 0)}`
      }
      yTickFormatter={count}
      yTitle={unit}
      ariaLabel={label}
      ariaDescription={summaryOf(rows)}
      i18nStrings={i18nStrings}
    />
  );
}
