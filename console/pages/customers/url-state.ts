// What the address says: which list, in which order, from where on, or what is looked for.

import { type Filter, filters, type ListOrder, ownOrder } from './lists.ts';

export type UrlState = {
  filter: Filter;
  /** Null is the list's own. */
  order: ListOrder | null;
  /** Where the page begins; null is the first page. */
  cursor: string | null;
  /** An id that is looked for instead. */
  search: string | null;
};

export const startState: UrlState = { filter: 'attention', order: null, cursor: null, search: null };

/** What an address says; what makes no sense in it is as if it weren't there. */
export function readUrlState(query: URLSearchParams): UrlState {
  const filter = filters.find((known) => known === query.get('filter')) ?? startState.filter;
  const named = query.get('order');
  return normalized({
    filter,
    order: named === 'newest' || named === 'oldest' ? named : null,
    cursor: query.get('cursor'),
    search: query.get('search'),
  });
}

/** The query of an address, with what goes without saying left out; empty for the page that everybody begins with. */
export function writeUrlState(state: UrlState): string {
  const { filter, order, cursor, search } = normalized(state);
  const query = new URLSearchParams();
  if (filter !== startState.filter) query.set('filter', filter);
  if (order !== null) query.set('order', order);
  if (cursor !== null) query.set('cursor', cursor);
  if (search !== null) query.set('search', search);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** Only lists have an order and pages, and a search is neither. Ids hold no blanks. */
function normalized({ filter, order, cursor, search }: UrlState): UrlState {
  const wanted = search?.trim() ?? '';
  if (wanted !== '') return { ...startState, filter, search: wanted };
  if (filter === 'attention') return startState;
  return {
    filter,
    order: order === ownOrder(filter) ? null : order,
    cursor: cursor === '' ? null : cursor,
    search: null,
  };
}

/** What may be an id: nothing else is sent, for what somebody pastes by mistake may be personal. */
export function mayBeId(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9_.:@-]{0,254}$/.test(text) && !looksLikeEmail(text);
}

/** Ids may have an @ too, but what is far more likely to be somebody’s address isn’t worth the risk. */
function looksLikeEmail(text: string): boolean {
  return /^[^@]+@[^@]+\.[A-Za-z]{2,}$/.test(text);
}
