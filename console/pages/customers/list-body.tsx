// The lists of the chosen filter, kept fresh: three short ones for whom support has to look after, else one with pages.

import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { useNow } from '../../parts/now.ts';
import { AttentionLists } from './attention-lists.tsx';
import { countsKey, useLists } from './queries.ts';
import type { CustomerCount } from './lists.ts';
import { NowContext } from './now-context.ts';
import { PagedList } from './paged-list.tsx';
import { RefreshBar } from './refresh-bar.tsx';
import { newsIn, useSteadyLists } from './steady-lists.ts';
import { type UrlState, writeUrlState } from './url-state.ts';

export function ListBody({
  subaccountId,
  path,
  state,
  counts,
}: {
  subaccountId: string;
  path: string;
  state: UrlState;
  counts: readonly CustomerCount[];
}) {
  const t = useTranslations('customers');
  const queries = useQueryClient();
  const { data, error, isFetchedAfterMount, isFetching, dataUpdatedAt, refetch } = useLists(
    subaccountId,
    state,
  );
  const { shown, show } = useSteadyLists(subaccountId + writeUrlState(state), data, isFetchedAfterMount);
  const now = useNow(10_000);

  const recount = (): void => {
    void queries.invalidateQueries({ queryKey: countsKey(subaccountId) });
  };
  const refresh = async (): Promise<void> => {
    recount();
    const { data: latest, isSuccess } = await refetch();
    if (isSuccess) show(latest);
  };
  if (shown === null && error !== null) return <FailureAlert failure={error} retry={() => void refetch()} />;
  return (
    <NowContext value={Math.max(now, dataUpdatedAt)}>
      <SpaceBetween size="s">
        <RefreshBar
          updatedAtMs={dataUpdatedAt}
          hasFailed={error !== null}
          isBusy={isFetching && shown === null}
          news={newsIn(shown ?? [])}
          onRefresh={() => void refresh()}
          onShow={() => {
            recount();
            if (data !== undefined) show(data);
          }}
        />
        {state.filter === 'attention' ? (
          <AttentionLists lists={shown} path={path} counts={counts} />
        ) : (
          <PagedList
            list={state.filter}
            shown={shown?.[0] ?? null}
            path={path}
            state={state}
            count={counts.find(({ filter }) => filter === state.filter)}
          />
        )}
        <Box color="text-body-secondary" fontSize="body-s">
          {t('live')}
        </Box>
      </SpaceBetween>
    </NowContext>
  );
}
