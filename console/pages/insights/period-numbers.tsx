// All that is told of a period: waiting for it, where it failed, where nothing happened, and the numbers.

import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useTranslations } from 'use-intl';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { isEmpty } from './chart-data.ts';
import { Charts } from './charts/charts.tsx';
import { KeyNumbers } from './key-numbers.tsx';
import { daysIn, type Period } from './period.ts';
import { usePeriodText } from './period-text.ts';
import type { Price } from '../../parts/price/price.ts';
import { useStats } from './queries.ts';

export function PeriodNumbers({
  subaccountId,
  period,
  price,
  onLonger,
}: {
  subaccountId: string;
  period: Period;
  price: Price;
  onLonger: () => void;
}) {
  const t = useTranslations('insights');
  const periodText = usePeriodText();
  const { data: stats, error, isPlaceholderData, refetch } = useStats(subaccountId, period, price);
  const retry = (): void => void refetch();
  const said =
    stats === undefined || isPlaceholderData ? t('loading') : t('shown', { period: periodText(stats) });
  return (
    <>
      <LiveRegion hidden>{error === null ? said : ''}</LiveRegion>
      <SpaceBetween size="l">
        {error !== null && (
          <SpaceBetween size="xs">
            <FailureAlert failure={error} retry={retry} />
            {stats !== undefined && <StatusIndicator type="warning">{t('stale')}</StatusIndicator>}
          </SpaceBetween>
        )}
        {stats === undefined && error === null && (
          <Container>
            <StatusIndicator type="loading">{t('loading')}</StatusIndicator>
          </Container>
        )}
        {stats !== undefined && isPlaceholderData && (
          <StatusIndicator type="loading">{t('loading')}</StatusIndicator>
        )}
        {stats !== undefined && isEmpty(stats) && (
          <Container>
            <Box textAlign="center" padding="l">
              <SpaceBetween size="s">
                <Box variant="h2">{t('empty.title')}</Box>
                <Box color="text-body-secondary">{t('empty.text', { period: periodText(stats) })}</Box>
                {daysIn(period) < 90 && <Button onClick={onLonger}>{t('empty.longer')}</Button>}
              </SpaceBetween>
            </Box>
          </Container>
        )}
        {stats !== undefined && !isEmpty(stats) && (
          <SpaceBetween size="l">
            <KeyNumbers stats={stats} />
            <Charts subaccountId={subaccountId} stats={stats} />
          </SpaceBetween>
        )}
      </SpaceBetween>
    </>
  );
}
