// The lists of the page as they stand on the screen, while newer answers come in.

import { useState } from 'react';
import type { Customer, ListPage } from './lists.ts';
import { hasNews, keepPlaces, type Steady, steadyOf } from './list-difference.ts';

export type SteadyList = Steady<Customer> & Pick<ListPage, 'list' | 'nextCursor'>;

export type News = { added: number; gone: number };

/** The lists as they are, with nothing held back. */
export function showAll(latest: readonly ListPage[]): readonly SteadyList[] {
  return latest.map(({ list, rows, nextCursor }) => ({ ...steadyOf(rows), list, nextCursor }));
}

/** What the next answer makes of what is on the screen. An empty screen takes everything at once. */
export function takeIn(shown: readonly SteadyList[], latest: readonly ListPage[]): readonly SteadyList[] {
  if (shown.every(({ rows }) => rows.length === 0)) return showAll(latest);
  return showAll(latest).map((fresh) => {
    const before = shown.find(({ list }) => list === fresh.list);
    if (before === undefined) return fresh;
    const kept = keepPlaces(before.rows, fresh.rows);
    // The next page goes on behind what is shown: those who came would be on neither.
    return hasNews(kept) ? { ...kept, list: fresh.list, nextCursor: before.nextCursor } : fresh;
  });
}

/** What is held back, over all lists; null where nothing is. */
export function newsIn(shown: readonly SteadyList[]): News | null {
  if (!shown.some(hasNews)) return null;
  return {
    added: shown.reduce((sum, { added }) => sum + added, 0),
    gone: shown.reduce((sum, { gone }) => sum + gone.size, 0),
  };
}

/**
 * Holds the lists of a view still. Until the first answer after it was opened has come (`isSettled`), what is shown
 * is remembered from an earlier visit, and gives way at once.
 */
export function useSteadyLists(view: string, latest: readonly ListPage[] | undefined, isSettled: boolean) {
  const opened = {
    view,
    latest,
    wasSettled: isSettled,
    shown: latest === undefined ? null : showAll(latest),
  };
  const [state, setState] = useState(opened);
  if (view !== state.view) {
    setState(opened);
  } else if (latest !== undefined && (latest !== state.latest || isSettled !== state.wasSettled)) {
    const shown = state.shown === null || !state.wasSettled ? showAll(latest) : takeIn(state.shown, latest);
    setState({ view, latest, wasSettled: isSettled, shown });
  }
  const show = (pages: readonly ListPage[]): void =>
    setState({ view, latest: pages, wasSettled: true, shown: showAll(pages) });
  return { shown: state.view === view ? state.shown : opened.shown, show };
}
