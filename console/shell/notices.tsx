// Short messages about what just happened, above the page on which it did.

import Flashbar, { type FlashbarProps } from '@cloudscape-design/components/flashbar';
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { useLocation } from 'react-router';

type Notice = { type: 'success' | 'info' | 'warning' | 'error'; text: string };
type Notices = {
  items: readonly FlashbarProps.MessageDefinition[];
  show: (notice: Notice) => void;
  clear: () => void;
};

const NoticesContext = createContext<Notices | null>(null);

/** More than these push the page away. */
const most = 3;

export function NoticesProvider({ children }: { children: ReactNode }) {
  const [items, setItems] = useState<readonly FlashbarProps.MessageDefinition[]>([]);
  const actions = useMemo<Omit<Notices, 'items'>>(() => {
    const dismiss = (id: string): void => setItems((shown) => shown.filter((item) => item.id !== id));
    return {
      show: ({ type, text }) => {
        const id = crypto.randomUUID();
        const item: FlashbarProps.MessageDefinition = {
          id,
          type,
          content: text,
          dismissible: true,
          ariaRole: type === 'error' || type === 'warning' ? 'alert' : 'status',
          onDismiss: () => dismiss(id),
        };
        setItems((shown) => [item, ...shown].slice(0, most));
      },
      clear: () => setItems([]),
    };
  }, []);
  const value = useMemo<Notices>(() => ({ items, ...actions }), [items, actions]);
  return <NoticesContext value={value}>{children}</NoticesContext>;
}

function useNoticesContext(): Notices {
  const notices = use(NoticesContext);
  if (notices === null) throw new Error('useNotice needs a NoticesProvider above it.');
  return notices;
}

/** Shows a message above the page until it is dismissed, or the page is left. */
export const useNotice = (): Notices['show'] => useNoticesContext().show;

export function NoticeBar() {
  const { items, clear } = useNoticesContext();
  const { pathname } = useLocation();
  // On another page it would be taken for news of that one.
  useEffect(() => clear, [pathname, clear]);
  return <Flashbar items={items} />;
}
