// What happened, from signing up to being verified.

import { useTranslations } from 'use-intl';
import { ChartCard } from '../../../parts/chart-card.tsx';
import type { Stats } from '../chart-data.ts';
import { RankedBars } from './ranked-bars.tsx';

/** In the order in which things happen to a customer; the ways in which it ends stand last. */
const steps = [
  'created',
  'flagged',
  'session_started',
  'attempts',
  'verified',
  'manually_verified',
  'cleared',
  'failed',
] as const satisfies readonly (keyof Stats['funnel'])[];

export function FunnelChart({ stats }: { stats: Stats }) {
  const t = useTranslations('insights.funnel');
  const rows = steps.map((step) => ({ text: t(`steps.${step}`), count: stats.funnel[step] }));
  return (
    <ChartCard
      fitHeight
      title={t('title')}
      description={t('description')}
      fileName={`funnel-${stats.from}-${stats.to}`}
      table={{ columns: [t('step'), t('unit')], rows: rows.map(({ text, count }) => [text, count]) }}
    >
      <RankedBars label={t('title')} unit={t('unit')} rows={rows} />
    </ChartCard>
  );
}
