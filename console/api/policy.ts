// The policy in force in a subaccount. Several pages read it, so they have one memory of it.

import { useQuery, type UseQueryOptions } from '@tanstack/react-query';
import type { components } from '../../client/api-types.ts';
import { useApi } from './api-provider.tsx';
import { answerOf } from './api.ts';
import { useLiveInterval } from './live.ts';

export type Policy = components['schemas']['Policy'];

export const policyKey = (subaccountId: string) => ['policy', subaccountId] as const;

/** For reading at once what is true now; else `usePolicy` does. */
export function usePolicyQuery(subaccountId: string) {
  const api = useApi();
  return {
    queryKey: policyKey(subaccountId),
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/subaccounts/{id}/identity-policy', { params: { path: { id: subaccountId } }, signal }),
      ),
  } satisfies UseQueryOptions<Policy>;
}

/** The policy in force, read anew once a minute where nothing else is said. */
export function usePolicy(subaccountId: string, everyMs = 60_000) {
  return useQuery({ ...usePolicyQuery(subaccountId), refetchInterval: useLiveInterval(everyMs) });
}
