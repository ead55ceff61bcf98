// What the policy in the form would do to the customers who are there, and at what cost.

import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useFormatter, useTranslations } from 'use-intl';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { usePolicyForm } from './form-context.tsx';
import { CurrencyField, PriceField } from '../../parts/price/price-fields.tsx';
import type { useSimulation } from './queries.ts';
import { RiskChart } from './risk-chart.tsx';
import type { Price } from '../../parts/price/price.ts';
import type { Simulation } from './what-if.ts';
import { WhatIfSentence } from './what-if-sentence.tsx';

export function WhatIfPanel({
  simulation,
  price,
  onPrice,
}: {
  simulation: ReturnType<typeof useSimulation>;
  price: Price;
  onPrice: (price: Price) => void;
}) {
  const t = useTranslations('policy.whatIf');
  const { form, rules } = usePolicyForm();
  const { data, error, isCurrent, refetch } = simulation;
  return (
    <section aria-label={t('title')}>
      <SpaceBetween size="l">
        <Container
          header={
            <Header
              variant="h2"
              {...(data !== undefined && { description: t('asOf', { version: data.policy_version }) })}
              actions={data !== undefined && !isCurrent && error === null ? <Counting /> : undefined}
            >
              {t('title')}
            </Header>
          }
        >
          <SpaceBetween size="s">
            {error !== null && <FailureAlert failure={error} retry={() => void refetch()} />}
            {data === undefined && error === null && (
              <StatusIndicator type="loading">{t('loading')}</StatusIndicator>
            )}
            {data !== undefined && (
              <WhatIfSentence rules={rules} price={price} simulation={data} isCurrent={isCurrent} />
            )}
            {Object.keys(form.unfinished).length > 0 && (
              <Box color="text-status-warning">{t('unfinished')}</Box>
            )}
            {data?.complete === false && (
              <StatusIndicator type="warning">{t('partial', { seen: data.customers_seen })}</StatusIndicator>
            )}
          </SpaceBetween>
        </Container>
        {data !== undefined && (
          <RiskChart simulation={data} rules={rules} fileName={`risk-scores-${form.base.subaccount_id}`} />
        )}
        <Container header={<Header variant="h2">{t('numbers')}</Header>}>
          <SpaceBetween size="m">
            {data !== undefined && <Numbers simulation={data} />}
            <div className="policy-price">
              <PriceField price={price} onPrice={onPrice} />
              <CurrencyField price={price} onPrice={onPrice} />
            </div>
          </SpaceBetween>
        </Container>
      </SpaceBetween>
    </section>
  );
}

function Counting() {
  const t = useTranslations('policy.whatIf');
  return (
    <Box color="text-status-inactive" fontSize="body-s">
      <Spinner /> {t('counting')}
    </Box>
  );
}

function Numbers({ simulation }: { simulation: Simulation }) {
  const t = useTranslations('policy.whatIf');
  const format = useFormatter();
  const seen = format.number(simulation.customers_seen);
  const of = (count: number) => (
    <span className="numeric">{t('of', { count: format.number(count), seen })}</span>
  );
  return (
    <KeyValuePairs
      columns={2}
      items={[
        { label: t('newlyFlagged'), value: of(simulation.newly_flagged) },
        { label: t('newlyBlocked'), value: of(simulation.newly_blocked) },
        { label: t('blockedOnceSaved'), value: of(simulation.newly_blocked_once_saved) },
        { label: t('newlyAllowed'), value: of(simulation.newly_allowed) },
        { label: t('seen'), value: <span className="numeric">{seen}</span> },
        {
          label: t('cost'),
          value: (
            <span className="numeric">
              {format.number(simulation.cost.amount, {
                style: 'currency',
                currency: simulation.cost.currency,
              })}
            </span>
          ),
        },
      ]}
    />
  );
}
