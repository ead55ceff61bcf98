// The events that were given up: why, what to do about it, and one by one, with all ways to redrive them.

import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { CauseList } from './cause-list.tsx';
import { isRedrivable } from './causes.ts';
import { DeadLetterTable } from './dead-letter-table.tsx';
import type { DeadLetterList } from './operations-types.ts';
import { Outdated } from './outdated.tsx';
import { useDeadLetters, useRefreshAll } from './queries.ts';
import { type Selection, selectionOf } from './redrive.ts';
import { RedriveDialog } from './redrive-dialog.tsx';

export function DeadLetters({
  onRedriving,
}: {
  /** Told when the dialog of a redrive opens and closes. */
  onRedriving: (isRedriving: boolean) => void;
}) {
  const t = useTranslations('operations.letters');
  const section = useRef<HTMLElement>(null);
  const [asked, setAsked] = useState<Selection | null>(null);
  // Ids, so that a choice outlives each refresh.
  const [selectedIds, setSelectedIds] = useState<ReadonlySet<string>>(new Set());
  const { data, error, dataUpdatedAt, refetch } = useDeadLetters(asked !== null);
  const refreshAll = useRefreshAll();
  const retry = (): void => void refetch();
  const selected = data?.data.filter(({ message_id }) => selectedIds.has(message_id)) ?? [];
  const ask = (selection: Selection): void => {
    setAsked(selection);
    onRedriving(true);
  };
  const close = (hasRedriven: boolean): void => {
    setAsked(null);
    onRedriving(false);
    if (!hasRedriven) return;
    setSelectedIds(new Set());
    refreshAll();
    // The button that opened the dialog may have nothing left to do.
    section.current?.focus();
  };
  return (
    <section ref={section} tabIndex={-1} aria-label={t('title')}>
      <Container
        header={
          <Header
            variant="h2"
            description={t('text')}
            counter={data === undefined ? undefined : <About list={data} />}
            actions={
              data !== undefined &&
              data.approximate_total + data.data.length > 0 && (
                <RedriveButtons
                  selectedCount={selected.length}
                  canRedriveAll={canRedriveAll(data)}
                  onSelected={() => ask(selectionOf(selected))}
                  onAll={() => ask({ kind: 'all' })}
                />
              )
            }
          >
            {t('title')}
          </Header>
        }
      >
        <SpaceBetween size="m">
          {data === undefined && error !== null && <FailureAlert failure={error} retry={retry} />}
          {data === undefined && error === null && (
            <StatusIndicator type="loading">{t('loading')}</StatusIndicator>
          )}
          {data !== undefined && (
            <SpaceBetween size="m">
              <Outdated failure={error} updatedAtMs={dataUpdatedAt} retry={retry} />
              <Completeness list={data} />
              {data.data.length > 0 && (
                <SpaceBetween size="m">
                  <CauseList letters={data.data} onRedrive={(cause) => ask({ kind: 'cause', cause })} />
                  <DeadLetterTable
                    letters={data.data}
                    selected={selected}
                    nowMs={dataUpdatedAt}
                    onSelect={(letters) =>
                      setSelectedIds(new Set(letters.map(({ message_id }) => message_id)))
                    }
                  />
                </SpaceBetween>
              )}
            </SpaceBetween>
          )}
        </SpaceBetween>
      </Container>
      {asked !== null && <RedriveDialog selection={asked} onClose={close} />}
    </section>
  );
}

/** What can't be seen may be redrivable too. */
function canRedriveAll({ data, approximate_total }: DeadLetterList): boolean {
  return data.some(isRedrivable) || approximate_total > data.length;
}

function About({ list: { data, approximate_total } }: { list: DeadLetterList }) {
  const t = useTranslations('operations.letters');
  // SQS counts with a delay: there are at least those that are here.
  return t('about', { count: Math.max(approximate_total, data.length) });
}

/** Says where there are none, or more than the list has. */
function Completeness({ list: { data, approximate_total: total } }: { list: DeadLetterList }) {
  const t = useTranslations('operations.letters');
  if (data.length === 0 && total === 0) return <StatusIndicator type="success">{t('empty')}</StatusIndicator>;
  if (data.length === 0) {
    return (
      <StatusIndicator type="info" wrapText>
        {t('hidden', { count: total })}
      </StatusIndicator>
    );
  }
  if (total <= data.length) return null;
  return <Box color="text-body-secondary">{t('shown', { shown: data.length, total })}</Box>;
}

function RedriveButtons({
  selectedCount,
  canRedriveAll,
  onSelected,
  onAll,
}: {
  selectedCount: number;
  canRedriveAll: boolean;
  onSelected: () => void;
  onAll: () => void;
}) {
  const t = useTranslations('operations.letters');
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <Button disabled={selectedCount === 0} disabledReason={t('nothingSelected')} onClick={onSelected}>
        {t('redriveSelected', { count: selectedCount })}
      </Button>
      <Button disabled={!canRedriveAll} disabledReason={t('nothingRedrivable')} onClick={onAll}>
        {t('redriveAll')}
      </Button>
    </SpaceBetween>
  );
}
