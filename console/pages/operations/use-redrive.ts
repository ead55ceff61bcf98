// A redrive, step by step: a look at what it would do, then the thing itself, as often as it takes.

import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { answerOf } from '../../api/api.ts';
import { useApi } from '../../api/api-provider.tsx';
import { bodyOf, countsOf, type RedriveCounts, type Selection } from './redrive.ts';

export type RedriveStep =
  | { is: 'looking' }
  | { is: 'look_failed'; failure: unknown }
  | { is: 'ready'; preview: RedriveCounts; failure: unknown }
  | { is: 'running'; soFar: number }
  | { is: 'done'; result: RedriveCounts; total: number; failure: unknown };

/** For a dialog that is mounted to open it: it begins with the look at once. */
export function useRedrive(selection: Selection) {
  const api = useApi();
  const [done, setDone] = useState<Done | null>(null);
  const post = async (isDryRun: boolean, signal?: AbortSignal): Promise<RedriveCounts> => {
    const body = bodyOf(selection, isDryRun);
    const answer = await answerOf(
      api.POST('/api/dead-letters/redrive', { body, ...(signal !== undefined && { signal }) }),
    );
    return countsOf(answer, selection);
  };
  const look = useQuery({
    queryKey: ['redrive-preview', selection],
    queryFn: ({ signal }) => post(true, signal),
    // What was seen is shown until somebody looks again, and each dialog looks for itself.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  // A second click comes before the page could show that the first one is being answered.
  const isUnderWay = useRef(false);
  const run = useMutation({
    mutationFn: () => post(false),
    onSettled: () => {
      isUnderWay.current = false;
    },
    onSuccess: (result) => setDone((before) => ({ result, total: (before?.total ?? 0) + result.redriven })),
  });
  return {
    step: stepOf(look, run, done),
    /** Whether anything may have been moved: also a call that failed may have. */
    hasStarted: !run.isIdle || done !== null,
    lookAgain: () => void look.refetch(),
    start: () => {
      if (isUnderWay.current) return;
      isUnderWay.current = true;
      run.mutate();
    },
  };
}

/** What the last call did, and how many all calls of the dialog redrove together. */
type Done = { result: RedriveCounts; total: number };
type Look = { data: RedriveCounts | undefined; error: unknown; isFetching: boolean };
type Run = { error: unknown; isPending: boolean };

function stepOf(look: Look, run: Run, done: Done | null): RedriveStep {
  if (run.isPending) return { is: 'running', soFar: done?.total ?? 0 };
  if (done !== null) return { is: 'done', ...done, failure: run.error };
  if (look.isFetching) return { is: 'looking' };
  if (look.data === undefined) return { is: 'look_failed', failure: look.error };
  return { is: 'ready', preview: look.data, failure: run.error };
}
