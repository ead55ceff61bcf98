// Gives the pages the session, the API and the memory of what it answered.

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useEffect, useState, useSyncExternalStore } from 'react';
import type { ApiClient } from '../../client/api-client.ts';
import type { Session } from '../sign-in/session.ts';
import { createApi } from './api.ts';
import { mayPass } from './failure.ts';

const ApiContext = createContext<{ session: Session; api: ApiClient } | null>(null);

export function ApiProvider({ session, children }: { session: Session; children: ReactNode }) {
  const [value] = useState(() => ({ session, api: createApi(session) }));
  const [queries] = useState(createQueries);
  const hasEnded = useSyncExternalStore(session.subscribe, session.hasEnded);

  // Whoever has signed in again sees at once what is true now.
  useEffect(() => {
    if (!hasEnded) void queries.invalidateQueries();
  }, [hasEnded, queries]);

  return (
    <ApiContext value={value}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </ApiContext>
  );
}

function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (failures, failure) => failures < 2 && mayPass(failure),
        retryDelay: (failures) => 500 * 2 ** failures,
        // Offline a call fails, and the page says so, instead of waiting silently.
        networkMode: 'always',
        refetchOnReconnect: true,
      },
      // A change is tried once, and not later when nobody expects it: whether it happened, the person has to see.
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

function useContextValue() {
  const value = use(ApiContext);
  if (value === null) throw new Error('useApi and useSession need an ApiProvider above them.');
  return value;
}

export const useApi = (): ApiClient => useContextValue().api;
export const useSession = (): Session => useContextValue().session;

/** Whether the session is over, now and whenever that changes. */
export function useHasEnded(): boolean {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.hasEnded);
}
