// The page as admins have it. Each part is read by itself, so that one that fails takes nothing from the others.

import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useTranslations } from 'use-intl';
import { DeadLetters } from './dead-letters.tsx';
import { HealthCharts } from './health-charts.tsx';
import { HealthNow } from './health-now.tsx';
import { useHealth } from './queries.ts';
import { RefreshAll } from './refresh-all.tsx';
import { RunsSection } from './runs-section.tsx';
import { readSpan } from './url-state.ts';

export function OperationsView() {
  const t = useTranslations('operations');
  const [query] = useSearchParams();
  const span = readSpan(query);
  const [isRedriving, setRedriving] = useState(false);
  // Numbers and list stand still together, and go on together.
  const health = useHealth(span, isRedriving);
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          description={t('live')}
          actions={<RefreshAll updatedAtMs={health.dataUpdatedAt} isBusy={health.isFetching} />}
        >
          {t('title')}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <HealthNow health={health} />
        <DeadLetters onRedriving={setRedriving} />
        {health.data !== undefined && <HealthCharts health={health.data} span={span} />}
        <RunsSection />
      </SpaceBetween>
    </ContentLayout>
  );
}
