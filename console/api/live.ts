// How often what is on the screen is asked for anew.

import { useHasEnded } from './api-provider.tsx';

/** For a query's `refetchInterval`: never while nobody is signed in. In a hidden tab the query pauses by itself. */
export function useLiveInterval(everyMs: number): number | false {
  return useHasEnded() ? false : everyMs;
}
