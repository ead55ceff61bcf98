// How many events each hour had, by what became of them.

import Box from '@cloudscape-design/components/box';
import BarChart from '@cloudscape-design/components/bar-chart';
import { useFormatter, useTranslations } from 'use-intl';
import { ChartCard } from '../../parts/chart-card.tsx';
import { axisEnd, countSeries, hoursPerBar, stretchesOf, utcHour } from './chart-data.ts';
import type { WebhookHealth } from './operations-types.ts';
import { useHourText } from './time-axis.ts';

const inTable = [...countSeries, 'dead_lettered', 'moved_to_backlog'] as const;

export function EventChart({ health }: { health: WebhookHealth }) {
  const t = useTranslations('operations.charts');
  const format = useFormatter();
  const hourText = useHourText(health);
  const stretches = stretchesOf(health.hours);
  const series = countSeries.map((name) => ({
    type: 'bar' as const,
    title: t(`series.${name}`),
    data: stretches.map((stretch) => ({ x: stretch.from, y: stretch[name] })),
  }));
  const sum = (name: (typeof countSeries)[number]): number =>
    health.hours.reduce((total, hour) => total + hour[name], 0);
  const isEmpty = countSeries.every((name) => sum(name) === 0);
  return (
    <ChartCard
      title={t('events')}
      description={`${t('bar', { hours: hoursPerBar(health.hours) })} ${t('eventsText')}`}
      fileName="webhook-events"
      table={{
        columns: [t('hourUtc'), ...inTable.map((name) => t(`series.${name}`))],
        rows: health.hours.map((hour) => [utcHour(hour.from), ...inTable.map((name) => hour[name])]),
      }}
    >
      {isEmpty ? (
        <Box color="text-body-secondary">{t('empty')}</Box>
      ) : (
        <BarChart
          series={series}
          height={220}
          xScaleType="categorical"
          xDomain={stretches.map(({ from }) => from)}
          yDomain={[0, axisEnd(stretches)]}
          xTitle={t('hour')}
          yTitle={t('count')}
          xTickFormatter={hourText}
          yTickFormatter={(count) => format.number(count)}
          ariaLabel={t('events')}
          ariaDescription={t('summary', {
            processed: sum('processed'),
            dropped: sum('dropped'),
            failed: sum('failed_tries'),
          })}
          stackedBars
          hideFilter
        />
      )}
    </ChartCard>
  );
}
