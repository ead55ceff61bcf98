// How often what is on the screen is asked for anew.

import { useSyncExternalStore } from 'react';
import { useSession } from './api-provider.tsx';

const everyMs = 10_000;

/**
 * For a query's `refetchInterval`: not while nobody is signed in. In a hidden tab the query pauses by itself.
 */
export function useLiveInterval(): number | false {
  const session = useSession();
  const hasEnded = useSyncExternalStore(session.subscribe, session.hasEnded);
  return hasEnded ? false : everyMs;
}
