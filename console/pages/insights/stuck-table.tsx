// The first of those who are stuck in one way.

import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useTranslations } from 'use-intl';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { TimeAgo } from '../../parts/moment.tsx';
import { useIsNarrow } from '../../parts/narrow.ts';
import { useNow } from '../../parts/now.ts';
import { PageLink } from '../../parts/page-link.tsx';
import { StatusBadges } from '../../parts/status-badge.tsx';
import { useLongest } from './queries.ts';
import { type Customer, fullListPath, sinceIn, type StuckList, stuckAmong } from './stuck.ts';

export function StuckTable({
  subaccountId,
  path,
  list,
}: {
  subaccountId: string;
  /** The address of the customers' page. */
  path: string;
  list: StuckList;
}) {
  const t = useTranslations('insights.stuck');
  const now = useNow(60_000);
  const { data, error, refetch } = useLongest(subaccountId, list);
  const columns = useColumns(path, list, now);
  const title = t(`lists.${list.filter}.title`, { days: list.days ?? 0 });
  const failure = error !== null && <FailureAlert failure={error} retry={() => void refetch()} />;
  if (data === undefined && error !== null) {
    return (
      <SpaceBetween size="s">
        <Header variant="h3">{title}</Header>
        {failure}
      </SpaceBetween>
    );
  }
  return (
    <SpaceBetween size="xs">
      {failure}
      <Table
        variant="embedded"
        trackBy="id"
        wrapLines
        items={data === undefined ? [] : stuckAmong(data.customers, list, now)}
        columnDefinitions={columns}
        loading={data === undefined}
        loadingText={t('loading')}
        ariaLabels={{ tableLabel: title }}
        header={
          <Header variant="h3" description={t(`lists.${list.filter}.todo`)}>
            {title}
          </Header>
        }
        empty={
          data?.hasMore === true ? (
            <Box color="text-body-secondary">{t('nobodySoFar', { count: data.customers.length })}</Box>
          ) : (
            <StatusIndicator type="success">{t('nobody')}</StatusIndicator>
          )
        }
        footer={
          <Box textAlign="center">
            <PageLink href={fullListPath(path, list)}>{t(`lists.${list.filter}.all`)}</PageLink>
          </Box>
        }
      />
    </SpaceBetween>
  );
}

function useColumns(
  path: string,
  list: StuckList,
  now: number,
): readonly TableProps.ColumnDefinition<Customer>[] {
  const t = useTranslations('insights.stuck.columns');
  const none = useTranslations('common')('none');
  const isNarrow = useIsNarrow();
  const link = ({ id }: Customer) => (
    <span className="stuck-id">
      <PageLink href={`${path}/${encodeURIComponent(id)}`}>{id}</PageLink>
    </span>
  );
  const status = (customer: Customer) => (
    <span className="stuck-status">
      <StatusBadges customer={customer} />
    </span>
  );
  const since = (customer: Customer) => {
    const at = sinceIn(list, customer);
    return at === null ? none : <TimeAgo at={at} now={now} />;
  };
  const sinceHeader = t(`since.${list.filter}`);
  const customer = { id: 'customer', header: t('customer'), isRowHeader: true };
  if (isNarrow) {
    return [
      {
        ...customer,
        cell: (row) => (
          <SpaceBetween size="xxs">
            <Box fontWeight="bold">{link(row)}</Box>
            {status(row)}
            <Box color="text-body-secondary" fontSize="body-s">
              {sinceHeader}: {since(row)}
            </Box>
          </SpaceBetween>
        ),
      },
    ];
  }
  return [
    { ...customer, cell: link, width: '40%' },
    { id: 'status', header: t('status'), cell: status, width: '35%' },
    { id: 'since', header: sinceHeader, cell: since, width: '25%' },
  ];
}
