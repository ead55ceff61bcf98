import { useSyncExternalStore } from 'react';

/** Cloudscape's own breakpoint between a phone and everything else, in CSS pixels. */
const narrow = matchMedia('(max-width: 688px)');

/** Whether the window is as narrow as a phone's, so that tables show their rows as blocks. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => narrow.matches);
}

function subscribe(listener: () => void): () => void {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
}
