// What the page asks the API for, and how often.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf } from '../../api/api.ts';
import { useApi } from '../../api/api-provider.tsx';
import { useLiveInterval } from '../../api/live.ts';
import { attentionLists, type Filter, type ListName, type ListOrder, type ListPage } from './lists.ts';

/** How often the lists are read anew, in milliseconds. */
const everyMs = 15_000;

/** Counting costs more than listing, and a number that is a minute old does. */
const countEveryMs = 60_000;

const rowsInSection = 10;
const rowsOnPage = 25;

export const countsKey = (subaccountId: string) => ['customer-counts', subaccountId] as const;

export type View = { filter: Filter; order: ListOrder | null; cursor: string | null };

/** The lists of a view: three short ones for `attention`, else a page of one. */
export function useLists(subaccountId: string, { filter, order, cursor }: View) {
  const api = useApi();
  const refetchInterval = useLiveInterval(everyMs);
  const page = async (
    list: ListName,
    query: { limit: number; order?: ListOrder; cursor?: string },
    signal: AbortSignal,
  ): Promise<ListPage> => {
    const answer = await answerOf(
      api.GET('/api/customers', {
        params: { query: { subaccount_id: subaccountId, filter: list, ...query } },
        signal,
      }),
    );
    return { list, rows: answer.data, nextCursor: answer.next_cursor };
  };
  return useQuery({
    queryKey: ['customers', subaccountId, filter, order, cursor],
    queryFn: ({ signal }) =>
      filter === 'attention'
        ? Promise.all(attentionLists.map((list) => page(list, { limit: rowsInSection }, signal)))
        : Promise.all([
            page(
              filter,
              {
                limit: rowsOnPage,
                ...(order !== null && { order }),
                ...(cursor !== null && { cursor }),
              },
              signal,
            ),
          ]),
    refetchOnMount: 'always',
    refetchInterval,
  });
}

export function useCounts(subaccountId: string) {
  const api = useApi();
  const refetchInterval = useLiveInterval(countEveryMs);
  return useQuery({
    queryKey: countsKey(subaccountId),
    queryFn: async ({ signal }) => {
      const { data } = await answerOf(
        api.GET('/api/subaccounts/{id}/customer-counts', {
          params: { path: { id: subaccountId } },
          signal,
        }),
      );
      return data;
    },
    refetchInterval,
    placeholderData: keepPreviousData,
  });
}

/** Who has an id. It is asked each time: whoever looks for somebody wants to know what is true now. */
export function useSearch(subaccountId: string, search: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['customer-search', subaccountId, search],
    queryFn: async ({ signal }) => {
      const { data } = await answerOf(
        api.GET('/api/customers', { params: { query: { subaccount_id: subaccountId, search } }, signal }),
      );
      return data;
    },
    gcTime: 0,
    staleTime: Infinity,
  });
}
