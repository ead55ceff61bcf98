// What the address says: which days, and at what price. A link shows a colleague the same numbers.

import { faultOf, type Period } from './period.ts';
import { isCurrency, parsePrice, type Price, usualPrice } from './price.ts';

export type UrlState = {
  /** Null is the usual days up to today, whenever that is. */
  period: Period | null;
  price: Price;
};

/** What an address says; what the API would refuse of it is as if it weren't there. */
export function readUrlState(query: URLSearchParams): UrlState {
  const period = { from: query.get('from') ?? '', to: query.get('to') ?? '' };
  const currency = query.get('currency') ?? '';
  return {
    period: faultOf(period) === null ? period : null,
    price: {
      perCheck: parsePrice(query.get('price') ?? '') ?? usualPrice.perCheck,
      currency: isCurrency(currency) ? currency : usualPrice.currency,
    },
  };
}

/** The query of an address, with what is usual left out; empty where all is. */
export function writeUrlState({ period, price }: UrlState): string {
  const query = new URLSearchParams(period ?? {});
  if (price.perCheck !== usualPrice.perCheck) query.set('price', String(price.perCheck));
  if (price.currency !== usualPrice.currency) query.set('currency', price.currency);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
