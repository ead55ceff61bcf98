import { useEffect } from 'react';

/** Names the page in the browser's tab and history, and to screen readers. No personal data: titles are kept. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · RideGate`;
  }, [title]);
}
