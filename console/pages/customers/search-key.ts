// The key that leads to the search from anywhere on the page.

import { useEffect, useState } from 'react';

const key = '/';
const memory = 'ridegate.search-key';

/**
 * Calls `onPress` when the key is pressed outside a field or dialog. It can be turned off, for those whose speech
 * input types by mistake: https://www.w3.org/WAI/WCAG22/Understanding/character-key-shortcuts
 */
export function useSearchKey(onPress: () => void): { isOn: boolean; turn: (isOn: boolean) => void } {
  const [isOn, setOn] = useState(() => localStorage.getItem(memory) !== 'off');
  useEffect(() => {
    if (!isOn) return;
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return;
      event.preventDefault();
      onPress();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [isOn, onPress]);
  return {
    isOn,
    turn: (wanted) => {
      localStorage.setItem(memory, wanted ? 'on' : 'off');
      setOn(wanted);
    },
  };
}

/** Whether somebody is typing, or has a dialog before him. */
function isBusy(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest('input, textarea, select, [role="dialog"]') !== null;
}
