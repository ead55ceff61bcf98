// The handful of numbers that tell at a glance how a period went.

import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { Stats } from './chart-data.ts';
import { durationFormat, inUnit, unitFor } from '../../parts/duration.ts';
import { usePeriodText } from './period-text.ts';

export function KeyNumbers({ stats }: { stats: Stats }) {
  const t = useTranslations('insights.numbers');
  const format = useFormatter();
  const periodText = usePeriodText();
  const { funnel, time_to_verify: time, cost } = stats;
  const money = (amount: number): string =>
    format.number(amount, { style: 'currency', currency: cost.currency });
  const price = format.number(cost.price_per_verification, {
    style: 'currency',
    currency: cost.currency,
    maximumFractionDigits: 4,
  });
  const duration = (seconds: number | null): string => {
    if (seconds === null) return t('nobody');
    const unit = unitFor(seconds);
    return format.number(inUnit(seconds, unit), durationFormat(unit, 'long'));
  };
  return (
    <Container
      header={
        <Header variant="h2" description={t('period', { period: periodText(stats) })}>
          {t('title')}
        </Header>
      }
    >
      <KeyValuePairs
        columns={3}
        ariaLabel={t('title')}
        items={[
          { label: t('asked'), value: <Value>{format.number(funnel.flagged)}</Value> },
          { label: t('verified'), value: <Value>{format.number(funnel.verified)}</Value> },
          { label: t('failed'), value: <Value>{format.number(funnel.failed)}</Value> },
          { label: t('median'), value: <Value>{duration(time.median_seconds)}</Value> },
          { label: t('p90'), value: <Value>{duration(time.p90_seconds)}</Value> },
          {
            label: t('cost'),
            value: (
              <>
                <Value>{money(cost.amount)}</Value>
                <Box fontSize="body-s" color="text-body-secondary">
                  {t('costOf', { checks: cost.verifications, price })}
                </Box>
              </>
            ),
          },
        ]}
      />
    </Container>
  );
}

function Value({ children }: { children: ReactNode }) {
  return (
    <Box variant="span" fontSize="heading-xl" fontWeight="bold">
      {children}
    </Box>
  );
}
