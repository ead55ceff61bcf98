// What this page reads: the customer, every few seconds, and his trail, whenever there is something new in it.

import { type QueryClient, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useApi } from '../../api/api-provider.tsx';
import { answerOf } from '../../api/api.ts';
import { useLiveInterval } from '../../api/live.ts';
import type { CustomerFile, CustomerRef } from './customer-types.ts';

/** How often the customer is read anew, in milliseconds. */
const everyMs = 10_000;

export const customerKey = ({ subaccountId, customerId }: CustomerRef) =>
  ['customer', subaccountId, customerId] as const;

const trailKey = ({ subaccountId, customerId }: CustomerRef) =>
  ['customer-audit', subaccountId, customerId] as const;

/** Reads the customer anew, and the trail with him. */
export async function readAnew(queries: QueryClient, ref: CustomerRef): Promise<void> {
  await queries.invalidateQueries({ queryKey: customerKey(ref) });
}

export function useCustomer(ref: CustomerRef) {
  const api = useApi();
  const refetchInterval = useLiveInterval(everyMs);
  return useQuery({
    queryKey: customerKey(ref),
    refetchInterval,
    queryFn: async ({ signal }) => {
      const answer = await answerOf(
        api.GET('/api/customers/{id}', {
          params: { path: { id: ref.customerId }, query: { subaccount_id: ref.subaccountId } },
          signal,
        }),
      );
      if (!isFile(answer)) throw new Error('The API answered as if to a rider.');
      return answer;
    },
  });
}

/** The API answers less to riders, who have no console. */
function isFile(answer: object): answer is CustomerFile {
  return 'signals' in answer;
}

const pageSize = 25;

/** @param version the customer's: each version has one entry, so another one means that there is more to read */
export function useTrail(ref: CustomerRef, version: number) {
  const api = useApi();
  const trail = useInfiniteQuery({
    queryKey: trailKey(ref),
    initialPageParam: null,
    queryFn: ({ pageParam, signal }: { pageParam: string | null; signal: AbortSignal }) =>
      answerOf(
        api.GET('/api/customers/{id}/audit', {
          params: {
            path: { id: ref.customerId },
            query: {
              subaccount_id: ref.subaccountId,
              limit: pageSize,
              ...(pageParam !== null && { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    getNextPageParam: ({ next_cursor }) => next_cursor,
  });
  const { refetch, data } = trail;
  const newest = data?.pages[0]?.data[0]?.version;
  const isBehind = newest !== undefined && newest < version;
  useEffect(() => {
    if (isBehind) void refetch();
  }, [isBehind, version, refetch]);
  return trail;
}
