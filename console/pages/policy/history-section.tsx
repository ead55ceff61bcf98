// Who made which version when, and what it changed; its values can be taken into the form.

import Badge from '@cloudscape-design/components/badge';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Policy } from '../../api/policy.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Moment } from '../../parts/moment.tsx';
import { useIsNarrow } from '../../parts/narrow.ts';
import { useActorText } from './actor-text.ts';
import { UseButton, WhatChanged } from './history-cells.tsx';
import type { useVersions } from './queries.ts';
import type { PolicyVersion } from './version-rules.ts';

export function HistorySection({
  policy,
  versions,
  entries,
}: {
  policy: Policy;
  versions: ReturnType<typeof useVersions>;
  entries: readonly PolicyVersion[];
}) {
  const t = useTranslations('policy.history');
  const columns = useColumns(policy, entries);
  return (
    <section aria-label={t('title')}>
      <SpaceBetween size="s">
        <Table
          header={
            <Header variant="h2" description={t('text')}>
              {t('title')}
            </Header>
          }
          items={entries}
          trackBy={({ version }) => String(version)}
          wrapLines
          loading={versions.isPending}
          loadingText={t('loading')}
          empty={<Box color="text-status-inactive">{t('empty')}</Box>}
          ariaLabels={{ tableLabel: t('title') }}
          columnDefinitions={columns}
        />
        {versions.error !== null && (
          <FailureAlert failure={versions.error} retry={() => void versions.refetch()} />
        )}
        {versions.hasNextPage && (
          <Button loading={versions.isFetchingNextPage} onClick={() => void versions.fetchNextPage()}>
            {t('more')}
          </Button>
        )}
      </SpaceBetween>
    </section>
  );
}

/** On a phone in two columns: which version by whom, and what it changed. */
function useColumns(
  policy: Policy,
  entries: readonly PolicyVersion[],
): TableProps.ColumnDefinition<PolicyVersion>[] {
  const t = useTranslations('policy.history');
  const actorText = useActorText();
  const isNarrow = useIsNarrow();
  const name = ({ version }: PolicyVersion) => (
    <>
      {version} {version === policy.version && <Badge color="green">{t('current')}</Badge>}
    </>
  );
  const when = ({ at }: PolicyVersion) => <Moment at={at} />;
  const who = ({ actor }: PolicyVersion) => actorText(actor);
  const what = (entry: PolicyVersion) => <WhatChanged entry={entry} policy={policy} />;
  const use = ({ version }: PolicyVersion) => (
    <UseButton version={version} policy={policy} entries={entries} />
  );
  const stacked =
    (...cells: ((entry: PolicyVersion) => ReactNode)[]) =>
    (entry: PolicyVersion) => (
      <SpaceBetween size="xxs">
        {cells.map((cell, index) => (
          <div key={index}>{cell(entry)}</div>
        ))}
      </SpaceBetween>
    );
  if (isNarrow) {
    return [
      { id: 'version', header: t('version'), isRowHeader: true, cell: stacked(name, when, who) },
      { id: 'what', header: t('what'), cell: stacked(what, use) },
    ];
  }
  return [
    { id: 'version', header: t('version'), isRowHeader: true, cell: name },
    { id: 'when', header: t('when'), cell: when },
    { id: 'who', header: t('who'), cell: who },
    { id: 'what', header: t('what'), cell: what },
    { id: 'use', header: t('action'), cell: use },
  ];
}
