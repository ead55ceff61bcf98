// Plays the phone's push service: asks the run for this rider's pushes each second while the page is visible.
import { useEffect, useReducer } from 'react';
import type { Rider } from '../place.ts';
import { recall, remember } from '../tab-memory.ts';
import { pushesAnswer, pushList, pushMemory, type Push, type PushList } from './push-list.ts';

export interface Pushes {
  readonly list: PushList;
  readonly closeToast: (id: string) => void;
  /** Everything counts as read. */
  readonly openList: () => void;
}

const everyMs = 1_000;

export function usePushes(rider: Rider): Pushes {
  const memoryKey = `ridegate.pushes.${rider.subaccountId}.${rider.id}`;
  const [list, dispatch] = useReducer(pushList, memoryKey, restored);

  const { sinceMs, popped, read } = list;
  useEffect(() => {
    remember(memoryKey, { sinceMs, popped, read });
  }, [memoryKey, sinceMs, popped, read]);

  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const poll = async () => {
      if (document.visibilityState === 'visible') {
        const pushes = await fetchPushes(rider);
        if (stopped) return;
        if (pushes.length > 0) dispatch({ type: 'delivered', pushes });
      }
      timer = setTimeout(() => void poll(), everyMs);
    };
    void poll();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [rider]);

  return {
    list,
    closeToast: (id) => dispatch({ type: 'toastClosed', id }),
    openList: () => dispatch({ type: 'listOpened' }),
  };
}

function restored(memoryKey: string): PushList {
  const memory = recall(memoryKey, pushMemory) ?? { sinceMs: Date.now(), popped: [], read: [] };
  return { ...memory, pushes: [], toasts: [] };
}

// A phone that is out of reach gets its pushes later: a failed look is no fault.
async function fetchPushes({ id, subaccountId }: Rider): Promise<readonly Push[]> {
  const query = new URLSearchParams({ customer_id: id, subaccount_id: subaccountId });
  try {
    const response = await fetch(`/local/notifications?${query.toString()}`);
    return pushesAnswer.safeParse(await response.json()).data?.notifications ?? [];
  } catch {
    return [];
  }
}
