// What came in hour by hour and how old it was, of a day or a week.

import Header from '@cloudscape-design/components/header';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useNavigate } from 'react-router';
import { useTranslations } from 'use-intl';
import { AgeChart } from './age-chart.tsx';
import { EventChart } from './event-chart.tsx';
import type { WebhookHealth } from './operations-types.ts';
import { type Span, spans, writeSpan } from './url-state.ts';

export function HealthCharts({ health, span }: { health: WebhookHealth; span: Span }) {
  const t = useTranslations('operations.charts');
  const navigate = useNavigate();
  return (
    <section aria-label={t('title')}>
      <SpaceBetween size="m">
        <Header
          variant="h2"
          actions={
            <SegmentedControl
              label={t('span')}
              selectedId={String(span)}
              options={spans.map((each) => ({ id: String(each), text: t(`last${each}`) }))}
              onChange={({ detail }) => {
                const chosen = spans.find((each) => String(each) === detail.selectedId);
                if (chosen !== undefined) void navigate(`/operations${writeSpan(chosen)}`, { replace: true });
              }}
            />
          }
        >
          {t('title')}
        </Header>
        <div className="operations-charts">
          <EventChart health={health} />
          <AgeChart health={health} />
        </div>
      </SpaceBetween>
    </section>
  );
}
