// What the checks of each day or week cost at the price that was chosen.

import BarChart from '@cloudscape-design/components/bar-chart';
import { useFormatter, useTranslations } from 'use-intl';
import { ChartCard } from '../../../parts/chart-card.tsx';
import type { Stats, Stretch } from '../chart-data.ts';
import { useChartTexts } from './chart-texts.ts';

export function CostChart({ stats, stretches }: { stats: Stats; stretches: readonly Stretch[] }) {
  const t = useTranslations('insights.cost');
  const format = useFormatter();
  const { i18nStrings, day, stretch, pace, whenColumns, whenCells } = useChartTexts();
  const { currency, amount } = stats.cost;
  const money = (value: number): string => format.number(value, { style: 'currency', currency });
  const byStart = new Map(stretches.map((one) => [one.from, one]));
  const highest = Math.max(...stretches.map((one) => one.cost_amount));
  return (
    <ChartCard
      fitHeight
      title={t('title')}
      description={`${pace(stretches)} ${t('description')}`}
      fileName={`cost-${stats.from}-${stats.to}`}
      table={{
        columns: [...whenColumns(stretches), t('checks'), t('amount', { currency })],
        rows: stretches.map((one) => [...whenCells(stretches, one), one.attempts, one.cost_amount]),
      }}
    >
      <BarChart
        hideFilter
        hideLegend
        height={220}
        series={[
          {
            type: 'bar',
            title: t('title'),
            data: stretches.map((one) => ({ x: one.from, y: one.cost_amount })),
            valueFormatter: money,
          },
        ]}
        xDomain={stretches.map(({ from }) => from)}
        // An axis needs some length, also where nothing was spent.
        yDomain={[0, highest > 0 ? highest : 1]}
        xTickFormatter={day}
        yTickFormatter={money}
        yTitle={t('amount', { currency })}
        ariaLabel={t('title')}
        ariaDescription={t('summary', { amount: money(amount), highest: money(highest) })}
        detailPopoverFooter={(start) => {
          const one = byStart.get(start);
          return one === undefined || one.from === one.to ? null : stretch(one);
        }}
        i18nStrings={i18nStrings}
      />
    </ChartCard>
  );
}
