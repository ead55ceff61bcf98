// How long customers took from being asked to being verified: the middle one, and the slowest but a tenth.

import BarChart from '@cloudscape-design/components/bar-chart';
import Box from '@cloudscape-design/components/box';
import { useFormatter, useTranslations } from 'use-intl';
import { ChartCard } from '../../../parts/chart-card.tsx';
import type { Stats } from '../chart-data.ts';
import { durationFormat, inUnit, unitFor } from '../../../parts/duration.ts';
import { useChartTexts } from './chart-texts.ts';

export function TimeChart({ stats }: { stats: Stats }) {
  const t = useTranslations('insights.time');
  const format = useFormatter();
  const { i18nStrings } = useChartTexts();
  const { count, median_seconds: median, p90_seconds: p90, relative_error: error } = stats.time_to_verify;
  const unit = unitFor(p90 ?? 0);
  const told = (value: number): string => format.number(value, durationFormat(unit, 'long'));
  const names = { median: t('median'), p90: t('p90') };
  const bars =
    median === null || p90 === null
      ? []
      : [
          { x: names.median, y: inUnit(median, unit) },
          { x: names.p90, y: inUnit(p90, unit) },
        ];
  return (
    <ChartCard
      fitHeight
      title={t('title')}
      description={t('description')}
      fileName={`time-to-verify-${stats.from}-${stats.to}`}
      table={{
        columns: [t('measure'), t('seconds')],
        rows: [
          [names.median, median],
          [names.p90, p90],
        ],
      }}
    >
      {bars.length === 0 ? (
        <Box color="text-body-secondary" padding={{ vertical: 'l' }}>
          {t('none')}
        </Box>
      ) : (
        <BarChart
          horizontalBars
          hideFilter
          hideLegend
          height={220}
          series={[{ type: 'bar', title: t('title'), data: bars, valueFormatter: told }]}
          xDomain={bars.map(({ x }) => x)}
          yDomain={[0, Math.max(...bars.map(({ y }) => y))]}
          xTickFormatter={(name) => `${name}\n${told(bars.find(({ x }) => x === name)?.y ?? 0)}`}
          yTickFormatter={(value) => format.number(value)}
          yTitle={t(`units.${unit}`)}
          ariaLabel={t('title')}
          ariaDescription={bars.map(({ x, y }) => `${x}: ${told(y)}`).join('; ')}
          i18nStrings={i18nStrings}
        />
      )}
      <Box color="text-body-secondary">
        {t('basis', { count })} {t('error', { percent: format.number(error, { style: 'percent' }) })}
      </Box>
    </ChartCard>
  );
}
