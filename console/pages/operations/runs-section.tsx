// What the reconciler did, run by run, and whether one is missing.

import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useFormatter, useTranslations } from 'use-intl';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Outdated } from './outdated.tsx';
import { useRuns } from './queries.ts';
import { useRunColumns } from './run-cells.tsx';
import { isOverdue } from './run-reports.ts';
import type { ReconcilerRun } from './operations-types.ts';

export function RunsSection() {
  const t = useTranslations('operations.runs');
  const columns = useRunColumns();
  const { data, error, dataUpdatedAt, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useRuns();
  const runs = data?.pages.flatMap((page) => page.data) ?? [];
  if (data === undefined && error !== null) {
    return (
      <section aria-label={t('title')}>
        <FailureAlert failure={error} retry={() => void refetch()} />
      </section>
    );
  }
  return (
    <section aria-label={t('title')}>
      <SpaceBetween size="s">
        {data !== undefined && <Overdue newest={runs[0]} nowMs={dataUpdatedAt} />}
        <Table
          variant="container"
          trackBy="started_at"
          wrapLines
          items={runs}
          columnDefinitions={columns}
          loading={data === undefined}
          loadingText={t('loading')}
          skeleton={{ totalRows: 3 }}
          ariaLabels={{ tableLabel: t('list') }}
          header={
            <Header variant="h2" description={t('text')}>
              {t('title')}
            </Header>
          }
          empty={<Box color="text-body-secondary">{t('empty')}</Box>}
          footer={
            hasNextPage && (
              <Box textAlign="center">
                <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                  {t('more')}
                </Button>
              </Box>
            )
          }
        />
        <Outdated failure={error} updatedAtMs={dataUpdatedAt} retry={() => void refetch()} />
      </SpaceBetween>
    </section>
  );
}

function Overdue({ newest, nowMs }: { newest: ReconcilerRun | undefined; nowMs: number }) {
  const t = useTranslations('operations.runs');
  const format = useFormatter();
  if (!isOverdue(newest, nowMs)) return null;
  return (
    <Alert type="warning">
      {newest === undefined
        ? t('neverRan')
        : t('overdue', { ago: format.relativeTime(new Date(newest.started_at), nowMs) })}
    </Alert>
  );
}
