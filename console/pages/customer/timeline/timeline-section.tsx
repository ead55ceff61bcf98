// Everything that happened to a customer, newest first.

import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { useTranslations } from 'use-intl';
import { FailureAlert } from '../../../parts/failure-alert.tsx';
import type { CustomerFile, CustomerRef } from '../customer-types.ts';
import { useTrail } from '../queries.ts';
import { blockingVersion } from './blocking-entry.ts';
import { TimelineEntry } from './timeline-entry.tsx';
import { kindsIn, narrowed, type TimelineKind, timelineKinds } from './timeline-kinds.ts';

export function TimelineSection({
  customer,
  customerRef: ref,
}: {
  customer: CustomerFile;
  customerRef: CustomerRef;
}) {
  const t = useTranslations('customer.timeline');
  const common = useTranslations('common');
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useTrail(
    ref,
    customer.version,
  );
  const [chosen, choose] = useChosenKinds();
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const entries = data?.pages.flatMap((page) => page.data) ?? [];
  const shown = narrowed(entries, chosen);
  const blocking = blockingVersion(entries, customer);
  const toggle = (version: number, isOpen: boolean): void =>
    setOpen(new Set(isOpen ? [...open, version] : [...open].filter((other) => other !== version)));
  return (
    <Container header={<Header variant="h2">{t('title')}</Header>}>
      <SpaceBetween size="m">
        <KindFilter chosen={chosen} choose={choose} />
        {error !== null && <FailureAlert failure={error} retry={() => void refetch()} />}
        {data === undefined && error === null && (
          <StatusIndicator type="loading">{common('loading')}</StatusIndicator>
        )}
        {data !== undefined && shown.length === 0 && (
          <Box color="text-body-secondary">{t(entries.length === 0 ? 'nothingYet' : 'empty')}</Box>
        )}
        <ol className="timeline" aria-label={t('list')}>
          {shown.map((entry) => (
            <TimelineEntry
              key={entry.version}
              entry={entry}
              isBlocking={entry.version === blocking}
              isOpen={open.has(entry.version)}
              onToggle={(isOpen) => toggle(entry.version, isOpen)}
            />
          ))}
        </ol>
        {hasNextPage && (
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('older')}
          </Button>
        )}
        {data !== undefined && !hasNextPage && entries.length > 0 && (
          <Box color="text-body-secondary" fontSize="body-s">
            {t('begin')}
          </Box>
        )}
      </SpaceBetween>
    </Container>
  );
}

const parameter = 'show';

/** The chosen kinds stand in the address, beside what is there; no new entry in the history, so that back leads back. */
function useChosenKinds(): [readonly TimelineKind[], (kinds: readonly TimelineKind[]) => void] {
  const [query, setQuery] = useSearchParams();
  const state: unknown = useLocation().state;
  const choose = (kinds: readonly TimelineKind[]): void => {
    const next = new URLSearchParams(query);
    if (kinds.length === 0) next.delete(parameter);
    else next.set(parameter, kinds.join(','));
    setQuery(next, { replace: true, state, preventScrollReset: true });
  };
  return [kindsIn(query.get(parameter)), choose];
}

function KindFilter({
  chosen,
  choose,
}: {
  chosen: readonly TimelineKind[];
  choose: (kinds: readonly TimelineKind[]) => void;
}) {
  const t = useTranslations('customer.timeline');
  return (
    <div role="group" aria-label={t('showOnly')} className="kind-filter">
      <Box color="text-label" fontWeight="bold">
        {t('showOnly')}
      </Box>
      {timelineKinds.map((kind) => (
        <Checkbox
          key={kind}
          checked={chosen.includes(kind)}
          onChange={({ detail }) =>
            choose(
              timelineKinds.filter((other) => (other === kind ? detail.checked : chosen.includes(other))),
            )
          }
        >
          {t(`kinds.${kind}`)}
        </Checkbox>
      ))}
    </div>
  );
}
