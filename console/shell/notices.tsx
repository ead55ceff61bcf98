// Short messages about what just happened, above every page.

import Flashbar, { type FlashbarProps } from '@cloudscape-design/components/flashbar';
import { createContext, type ReactNode, use, useMemo, useState } from 'react';

type Notice = { type: 'success' | 'info' | 'warning' | 'error'; text: string };
type Notices = { items: readonly FlashbarProps.MessageDefinition[]; show: (notice: Notice) => void };

const NoticesContext = createContext<Notices | null>(null);

/** More than these push the page away. */
const most = 3;

export function NoticesProvider({ children }: { children: ReactNode }) {
  const [items, setItems] = useState<readonly FlashbarProps.MessageDefinition[]>([]);
  const value = useMemo<Notices>(() => {
    const dismiss = (id: string): void => setItems((shown) => shown.filter((item) => item.id !== id));
    return {
      items,
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
    };
  }, [items]);
  return <NoticesContext value={value}>{children}</NoticesContext>;
}

function useNoticesContext(): Notices {
  const notices = use(NoticesContext);
  if (notices === null) throw new Error('useNotice needs a NoticesProvider above it.');
  return notices;
}

/** Shows a message above the page until it is dismissed. */
export const useNotice = (): Notices['show'] => useNoticesContext().show;

export function NoticeBar() {
  const { items } = useNoticesContext();
  return <Flashbar items={items} />;
}
