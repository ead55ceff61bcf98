// What the page reads from the API.

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { components } from '../../../client/api-types.ts';
import { answerOf } from '../../api/api.ts';
import { useApi } from '../../api/api-provider.tsx';
import { ApiProblem } from '../../api/failure.ts';
import { useLiveInterval } from '../../api/live.ts';
import type { Rules } from './policy-rules.ts';
import { useSettled } from './settled.ts';
import type { Price } from '../../parts/price/price.ts';
import type { Simulation } from './what-if.ts';

export type Application = components['schemas']['PolicyApplication'];

/** How long the form must rest before the API counts anew. */
const restMs = 300;
/** How often the page looks for what others changed, in milliseconds. */
export const lookForChangesMs = 30_000;
/** How often it looks while a policy is being applied. */
const progressMs = 2_000;

export const simulationsKey = (subaccountId: string) => ['policy-simulation', subaccountId] as const;
export const versionsKey = (subaccountId: string) => ['policy-versions', subaccountId] as const;
export const applicationKey = (subaccountId: string) => ['policy-application', subaccountId] as const;

/** `isCurrent` tells whether the numbers are of these very rules; until then those before stay. */
export function useSimulation(subaccountId: string, rules: Partial<Rules>, price: Price, version: number) {
  const api = useApi();
  const wanted = useMemo(
    () => ({ ...rules, price_per_verification: price.perVerification, currency: price.currency }),
    [rules, price],
  );
  const body = useSettled(wanted, restMs);
  const query = useQuery<Simulation>({
    queryKey: [...simulationsKey(subaccountId), version, body],
    queryFn: ({ signal }) =>
      answerOf(
        api.POST('/api/subaccounts/{id}/identity-policy/simulate', {
          params: { path: { id: subaccountId } },
          body,
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
  return { ...query, isCurrent: body === wanted && query.isSuccess && !query.isPlaceholderData };
}

export function useVersions(subaccountId: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: versionsKey(subaccountId),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/api/subaccounts/{id}/identity-policy/versions', {
          params: {
            path: { id: subaccountId },
            query: { limit: 10, ...(pageParam !== '' && { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    getNextPageParam: ({ next_cursor }) => next_cursor,
  });
}

/** The latest application to existing customers; null where there was none. It is followed while it runs. */
export function useApplication(subaccountId: string) {
  const api = useApi();
  const seldom = useLiveInterval(lookForChangesMs);
  const often = useLiveInterval(progressMs);
  return useQuery({
    queryKey: applicationKey(subaccountId),
    queryFn: async ({ signal }): Promise<Application | null> => {
      try {
        return await answerOf(
          api.GET('/api/subaccounts/{id}/identity-policy/apply', {
            params: { path: { id: subaccountId } },
            signal,
          }),
        );
      } catch (failure) {
        if (failure instanceof ApiProblem && failure.code === 'policy_application_not_found') return null;
        throw failure;
      }
    },
    refetchInterval: ({ state }) => (isUnderWay(state.data ?? null) ? often : seldom),
  });
}

export function isUnderWay(application: Application | null): boolean {
  return application?.status === 'queued' || application?.status === 'running';
}
