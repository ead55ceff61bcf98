// Who has the id that was looked for. One customer is opened straight away.

import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import { Navigate } from 'react-router';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '../../api/failure.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { useSearch } from './queries.ts';
import { CustomerTable } from './customer-table.tsx';
import { steadyOf } from './list-difference.ts';

export function SearchResult({
  subaccountId,
  search,
  path,
  back,
}: {
  subaccountId: string;
  search: string;
  /** The address of this page, without a query. */
  path: string;
  /** The address of the list that was left for the search. */
  back: string;
}) {
  const t = useTranslations('customers.search');
  const { data, error, refetch, isFetching } = useSearch(subaccountId, search);
  // What the API doesn't take for an id nobody has.
  const found = error instanceof ApiProblem && error.status === 400 ? [] : data;
  const [first, second] = found ?? [];
  if (first !== undefined && second === undefined) {
    // In place of the search, so that going back leads to the list.
    return <Navigate to={`${path}/${encodeURIComponent(first.id)}`} replace state={{ from: back }} />;
  }
  return (
    <SpaceBetween size="m">
      <PageLink href={back}>{t('back')}</PageLink>
      {found === undefined && error !== null && !isFetching && (
        <FailureAlert failure={error} retry={() => void refetch()} />
      )}
      {found === undefined && (error === null || isFetching) && (
        <Box padding="l" textAlign="center">
          <Spinner /> {t('busy', { search })}
        </Box>
      )}
      {found?.length === 0 && (
        <LiveRegion>
          <Alert type="info" header={t('none', { search })}>
            {t('advice', { subaccount: subaccountId })}
          </Alert>
        </LiveRegion>
      )}
      {second !== undefined && found !== undefined && (
        <CustomerTable
          list="all"
          rows={steadyOf(found)}
          path={path}
          title={t('several', { search, count: found.length })}
          description={t('severalHint')}
        />
      )}
    </SpaceBetween>
  );
}
