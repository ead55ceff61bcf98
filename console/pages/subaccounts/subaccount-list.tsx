// All subaccounts by their ids, with a filter for those that are loaded.

import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { answerOf } from '../../api/api.ts';
import { useApi } from '../../api/api-provider.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { customersPath } from '../../parts/paths.ts';
import { matching } from './matching.ts';

const rowsOnPage = 100;

export function SubaccountList() {
  const t = useTranslations('subaccounts');
  const [wanted, setWanted] = useState('');
  const { data, error, hasNextPage, isFetching, isFetchingNextPage, fetchNextPage, refetch } =
    useSubaccounts();
  const loaded = data?.pages.flatMap((page) => page.data) ?? [];
  const shown = matching(loaded, wanted);
  // A later page that failed leaves the earlier ones, and is asked for again.
  const retry = (): void => void (data === undefined ? refetch() : fetchNextPage());
  return (
    <>
      {error !== null && !isFetching && <FailureAlert failure={error} retry={retry} />}
      {(data !== undefined || error === null || isFetching) && (
        <Table
          variant="container"
          trackBy="id"
          wrapLines
          items={shown}
          loading={data === undefined}
          loadingText={t('loading')}
          skeleton={{ totalRows: 5 }}
          ariaLabels={{ tableLabel: t('list') }}
          header={
            <Header
              variant="h2"
              {...(data !== undefined && { counter: `(${loaded.length}${hasNextPage ? '+' : ''})` })}
            >
              {t('list')}
            </Header>
          }
          filter={
            <TextFilter
              filteringText={wanted}
              filteringPlaceholder={t('filter')}
              filteringAriaLabel={t('filter')}
              filteringClearAriaLabel={t('clear')}
              {...(wanted !== '' && { countText: t('matches', { count: shown.length }) })}
              onChange={({ detail }) => setWanted(detail.filteringText)}
            />
          }
          columnDefinitions={[
            {
              id: 'name',
              header: t('name'),
              isRowHeader: true,
              cell: ({ id, name }) => (
                <PageLink href={customersPath(id)}>
                  <bdi>{name}</bdi>
                </PageLink>
              ),
            },
            { id: 'id', header: t('id'), cell: ({ id }) => id },
          ]}
          empty={
            <Box color="text-body-secondary">
              {t(loaded.length === 0 ? 'empty' : hasNextPage ? 'noMatchMore' : 'noMatch')}
            </Box>
          }
          footer={
            hasNextPage ? (
              <Box textAlign="center">
                <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                  {t('more')}
                </Button>
              </Box>
            ) : null
          }
        />
      )}
    </>
  );
}

function useSubaccounts() {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['subaccounts'],
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/api/subaccounts', {
          params: { query: { limit: rowsOnPage, ...(pageParam !== '' && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor,
  });
}
