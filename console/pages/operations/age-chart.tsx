// How old events were when they had their effect, hour by hour.

import Box from '@cloudscape-design/components/box';
import BarChart from '@cloudscape-design/components/bar-chart';
import { useFormatter, useTranslations } from 'use-intl';
import { ChartCard } from '../../parts/chart-card.tsx';
import { ageBars, ageUnitOf, hoursPerBar, stretchesOf, utcHour } from './chart-data.ts';
import { durationFormat } from '../../parts/duration.ts';
import type { WebhookHealth } from './operations-types.ts';
import { useHourText } from './time-axis.ts';

const ages = ['median_seconds', 'p95_seconds'] as const;

export function AgeChart({ health }: { health: WebhookHealth }) {
  const t = useTranslations('operations.charts');
  const format = useFormatter();
  const hourText = useHourText(health);
  const stretches = stretchesOf(health.hours);
  const unit = ageUnitOf(stretches);
  const ageText = (age: number): string => format.number(age, durationFormat(unit, 'short'));
  const series = ages.map((name) => ({
    type: 'bar' as const,
    title: t(`series.${name}`),
    data: ageBars(stretches, name, unit),
    valueFormatter: ageText,
  }));
  const highest = Math.max(1, ...series.flatMap(({ data }) => data.map(({ y }) => y)));
  return (
    <ChartCard
      title={t('ages')}
      description={`${t('agesText')} ${t('ageBar', { hours: hoursPerBar(health.hours) })}`}
      fileName="webhook-ages"
      table={{
        columns: [t('hourUtc'), ...ages.map((name) => t('seconds', { name: t(`series.${name}`) }))],
        rows: health.hours.map(({ from, age }) => [utcHour(from), age.median_seconds, age.p95_seconds]),
      }}
    >
      {series.every(({ data }) => data.length === 0) ? (
        <Box color="text-body-secondary">{t('noAges')}</Box>
      ) : (
        <BarChart
          series={series}
          height={220}
          xScaleType="categorical"
          xDomain={stretches.map(({ from }) => from)}
          yDomain={[0, highest]}
          xTitle={t('hour')}
          yTitle={t('age')}
          xTickFormatter={hourText}
          yTickFormatter={ageText}
          ariaLabel={t('ages')}
          hideFilter
        />
      )}
    </ChartCard>
  );
}
