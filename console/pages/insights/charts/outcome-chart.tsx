// How many were verified and how many failed, as time goes on.

import BarChart from '@cloudscape-design/components/bar-chart';
import { useFormatter, useTranslations } from 'use-intl';
import { ChartCard } from '../../../parts/chart-card.tsx';
import { axisEnd, type Stats, type Stretch } from '../chart-data.ts';
import { useChartTexts } from './chart-texts.ts';

/** In this order a failure gets the palette's red. */
const outcomes = ['verified', 'failed', 'manually_verified'] as const;

export function OutcomeChart({ stats, stretches }: { stats: Stats; stretches: readonly Stretch[] }) {
  const t = useTranslations('insights.outcomes');
  const format = useFormatter();
  const { i18nStrings, count, day, stretch, pace, whenColumns, whenCells, summaryOf } = useChartTexts();
  const byStart = new Map(stretches.map((one) => [one.from, one]));
  return (
    <ChartCard
      fitHeight
      title={t('title')}
      description={pace(stretches)}
      fileName={`verified-and-failed-${stats.from}-${stats.to}`}
      table={{
        columns: [...whenColumns(stretches), ...outcomes.map((outcome) => t(outcome))],
        rows: stretches.map((one) => [
          ...whenCells(stretches, one),
          ...outcomes.map((outcome) => one[outcome]),
        ]),
      }}
    >
      <BarChart
        stackedBars
        hideFilter
        height={220}
        series={outcomes.map((outcome) => ({
          type: 'bar',
          title: t(outcome),
          data: stretches.map((one) => ({ x: one.from, y: one[outcome] })),
          valueFormatter: (value: number) => format.number(value),
        }))}
        xDomain={stretches.map(({ from }) => from)}
        yDomain={[
          0,
          axisEnd(stretches.map((one) => outcomes.reduce((sum, outcome) => sum + one[outcome], 0))),
        ]}
        xTickFormatter={day}
        yTickFormatter={count}
        yTitle={t('unit')}
        ariaLabel={t('title')}
        ariaDescription={summaryOf(
          outcomes.map((outcome) => ({ text: t(outcome), count: stats.funnel[outcome] })),
        )}
        detailPopoverFooter={(start) => {
          const one = byStart.get(start);
          return one === undefined || one.from === one.to ? null : stretch(one);
        }}
        i18nStrings={i18nStrings}
      />
    </ChartCard>
  );
}
