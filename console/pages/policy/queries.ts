// What the page reads from the API.

import { keepPreviousData, useInfiniteQuery, useQuery, type UseQueryOptions } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { components } from '../../../client/api-types.ts';
import { answerOf } from '../../api/api.ts';
import { useApi } from '../../api/api-provider.tsx';
import { ApiProblem } from '../../api/failure.ts';
import type { Policy, Rules } from './policy-rules.ts';
import { useSettled } from './settled.ts';
import type { Price, Simulation } from './what-if.ts';

export type Application = components['schemas']['PolicyApplication'];

/** How long the form must rest before the API counts anew. */
const restMs = 300;
const lookForChangesMs = 30_000;
const progressMs = 2_000;

export const policyKey = (subaccountId: string) => ['policy', subaccountId] as const;

/** For `useQuery` and for reading at once what is true now. */
export function usePolicyQuery(subaccountId: string) {
  const api = useApi();
  return {
    queryKey: policyKey(subaccountId),
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/subaccounts/{id}/identity-policy', { params: { path: { id: subaccountId } }, signal }),
      ),
    refetchInterval: lookForChangesMs,
  } satisfies UseQueryOptions<Policy>;
}

/** `isCurrent` tells whether the numbers are of these very rules; until then those before stay. */
export function useSimulation(subaccountId: string, rules: Partial<Rules>, price: Price, version: number) {
  const api = useApi();
  const wanted = useMemo(() => ({ ...rules, ...price }), [rules, price]);
  const body = useSettled(wanted, restMs);
  const query = useQuery<Simulation>({
    queryKey: ['policy-simulation', subaccountId, version, body],
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
    queryKey: ['policy-versions', subaccountId],
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
  return useQuery({
    queryKey: ['policy-application', subaccountId],
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
    refetchInterval: ({ state }) => (isUnderWay(state.data ?? null) ? progressMs : lookForChangesMs),
  });
}

export function isUnderWay(application: Application | null): boolean {
  return application?.status === 'queued' || application?.status === 'running';
}
