// Why checks failed, the most frequent reason first.

import Box from '@cloudscape-design/components/box';
import { useTranslations } from 'use-intl';
import { ChartCard } from '../../../parts/chart-card.tsx';
import { useCheckErrorText } from '../../../parts/check-error.ts';
import { reasonsOf, type Stats } from '../chart-data.ts';
import { RankedBars } from './ranked-bars.tsx';

export function ReasonsChart({ stats }: { stats: Stats }) {
  const t = useTranslations('insights.reasons');
  const textOf = useCheckErrorText();
  const shown = reasonsOf(stats.failure_codes, textOf, (kinds) => t('rest', { kinds }));
  return (
    <ChartCard
      fitHeight
      title={t('title')}
      description={t('description')}
      fileName={`failure-reasons-${stats.from}-${stats.to}`}
      table={{
        columns: [t('reason'), t('code'), t('unit')],
        rows: stats.failure_codes.map(({ code, count }) => [textOf(code), code, count]),
      }}
    >
      {shown.length === 0 ? (
        <Box color="text-body-secondary" padding={{ vertical: 'l' }}>
          {t('none')}
        </Box>
      ) : (
        <RankedBars label={t('title')} unit={t('unit')} rows={shown} />
      )}
    </ChartCard>
  );
}
