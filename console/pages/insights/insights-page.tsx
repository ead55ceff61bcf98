// What verification did in a period and what it cost, from key numbers down to those who are stuck.

import Alert from '@cloudscape-design/components/alert';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Navigate, useNavigate, useParams, useSearchParams } from 'react-router';
import { useTranslations } from 'use-intl';
import { policyKey } from '../../api/policy.ts';
import { useNow } from '../../parts/now.ts';
import { usePageTitle } from '../../parts/page-title.ts';
import { subaccountPath } from '../../parts/paths.ts';
import { listPrice } from '../../parts/price/price.ts';
import { rememberedPrice } from '../../parts/price/price-memory.ts';
import { RefreshButton } from '../../parts/refresh.tsx';
import './insights.css';
import { lastDays, usualDays } from './period.ts';
import { PeriodBar } from './period-bar.tsx';
import { PeriodNumbers } from './period-numbers.tsx';
import { insightsKey } from './queries.ts';
import { StuckCustomers } from './stuck-customers.tsx';
import { hasImpossiblePeriod, readUrlState, type UrlState, withPrice, writeUrlState } from './url-state.ts';

export function InsightsPage() {
  const t = useTranslations('insights');
  const { subaccountId = '' } = useParams();
  usePageTitle(t('title'));
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          description={t('description')}
          actions={<RefreshNumbers subaccountId={subaccountId} />}
        >
          {t('title')}
        </Header>
      }
    >
      {/* Nothing of one subaccount stays on the screen of another. */}
      <Insights key={subaccountId} subaccountId={subaccountId} />
    </ContentLayout>
  );
}

function Insights({ subaccountId }: { subaccountId: string }) {
  const t = useTranslations('insights.period');
  const [query] = useSearchParams();
  const navigate = useNavigate();
  const now = useNow(60_000);
  const path = subaccountPath(subaccountId);
  const state = readUrlState(query);
  const [ownPrice] = useState(rememberedPrice);
  const period = state.period ?? lastDays(usualDays, now);
  const price = state.price ?? ownPrice ?? listPrice;
  const addressOf = (wanted: UrlState): string => `${path}/insights${writeUrlState(wanted)}`;
  const go = (change: Partial<UrlState>): void => {
    void navigate(addressOf({ ...state, ...change }));
  };
  // So that whoever gets the link sees the same costs.
  if (state.price === null && ownPrice !== null) {
    return <Navigate to={`${path}/insights${withPrice(query, ownPrice)}`} replace />;
  }
  return (
    <SpaceBetween size="l">
      <PeriodBar
        period={period}
        price={price}
        now={now}
        onPeriod={(chosen) => go({ period: chosen })}
        onPrice={(chosen) => go({ price: chosen })}
      />
      {hasImpossiblePeriod(query) && <Alert type="info">{t('impossible', { days: usualDays })}</Alert>}
      <PeriodNumbers
        subaccountId={subaccountId}
        period={period}
        price={price}
        onLonger={() => go({ period: lastDays(90, now) })}
      />
      <StuckCustomers subaccountId={subaccountId} />
    </SpaceBetween>
  );
}

function RefreshNumbers({ subaccountId }: { subaccountId: string }) {
  const queries = useQueryClient();
  const queryKey = insightsKey(subaccountId);
  const isBusy = useIsFetching({ queryKey }) > 0;
  return (
    <RefreshButton
      isBusy={isBusy}
      onRefresh={() => {
        void queries.invalidateQueries({ queryKey });
        void queries.invalidateQueries({ queryKey: policyKey(subaccountId) });
      }}
    />
  );
}
