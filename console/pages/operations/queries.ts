// What the page reads from the API, and how often.

import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf } from '../../api/api.ts';
import { useApi } from '../../api/api-provider.tsx';
import { useLiveInterval } from '../../api/live.ts';
import type { Span } from './url-state.ts';

/** How often all of it is read anew, in milliseconds. */
const everyMs = 15_000;

/** As many as the API lists at once, and takes ids of. */
const lettersShown = 100;

const runsOnPage = 12;

/** What all keys of the page begin with, to refresh them at once. */
const operationsKey = ['operations'];

/** How webhooks fare; while another span is awaited, the one before. */
export function useHealth(span: Span, isPaused: boolean) {
  const api = useApi();
  const interval = useLiveInterval(everyMs);
  return useQuery({
    queryKey: [...operationsKey, 'health', span],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/webhook-health', { params: { query: { hours: span } }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: isPaused ? false : interval,
  });
}

/**
 * The oldest dead letters. Looking takes them in hand for a moment, so a redrive that is asked for meanwhile would miss
 * them: nobody looks while `isPaused`.
 */
export function useDeadLetters(isPaused: boolean) {
  const api = useApi();
  const interval = useLiveInterval(everyMs);
  return useQuery({
    queryKey: [...operationsKey, 'dead-letters'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/dead-letters', { params: { query: { limit: lettersShown } }, signal })),
    refetchInterval: isPaused ? false : interval,
    enabled: !isPaused,
  });
}

/** The runs so far, page by page. */
export function useRuns() {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: [...operationsKey, 'runs'],
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/api/reconciler-runs', {
          params: { query: { limit: runsOnPage, ...(pageParam !== '' && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor,
    refetchInterval: useLiveInterval(everyMs),
  });
}

/** Reads all of the page anew. */
export function useRefreshAll(): () => void {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: operationsKey });
}
