// What the page reads from the API.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf } from '../../api/api.ts';
import { useApi } from '../../api/api-provider.tsx';
import { useLiveInterval } from '../../api/live.ts';
import type { Period } from './period.ts';
import type { Price } from '../../parts/price/price.ts';
import type { StuckList } from './stuck.ts';

/** How often all of it is read anew, in milliseconds: numbers of whole days that are a minute old do. */
const everyMs = 60_000;

/** How many of a list are looked through: some of them may ride, and so are not stuck. */
const lookedThrough = 50;

/** What all of the page's numbers begin their keys with, to refresh them at once. */
export const insightsKey = (subaccountId: string): readonly string[] => ['insights', subaccountId];

/** What happened in a period; while another one is awaited, the one before. */
export function useStats(subaccountId: string, { from, to }: Period, { perVerification, currency }: Price) {
  const api = useApi();
  return useQuery({
    queryKey: [...insightsKey(subaccountId), 'stats', from, to, perVerification, currency],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/subaccounts/{id}/identity-stats', {
          params: {
            path: { id: subaccountId },
            query: { from, to, price_per_verification: perVerification, currency },
          },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: useLiveInterval(everyMs),
  });
}

/** Those who have been in a list for the longest. */
export function useLongest(subaccountId: string, { filter }: StuckList) {
  const api = useApi();
  return useQuery({
    queryKey: [...insightsKey(subaccountId), 'longest', filter],
    queryFn: async ({ signal }) => {
      const { data, next_cursor } = await answerOf(
        api.GET('/api/customers', {
          params: { query: { subaccount_id: subaccountId, filter, order: 'oldest', limit: lookedThrough } },
          signal,
        }),
      );
      return { customers: data, hasMore: next_cursor !== null };
    },
    refetchInterval: useLiveInterval(everyMs),
  });
}
