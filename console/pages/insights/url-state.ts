// What the address says: which days, and at what price. A link shows a colleague the same numbers.

import { isCurrency, listPrice, parsePrice, type Price } from '../../parts/price/price.ts';
import { faultOf, type Period } from './period.ts';

export type UrlState = {
  /** Null is the usual days up to today, whenever that is. */
  period: Period | null;
  /** Null is the price that the viewer last worked with. */
  price: Price | null;
};

/** What an address says; what the API would refuse of it is as if it weren't there. */
export function readUrlState(query: URLSearchParams): UrlState {
  const period = { from: query.get('from') ?? '', to: query.get('to') ?? '' };
  return { period: faultOf(period) === null ? period : null, price: readPrice(query) };
}

/** With one of the two, the other is that of the list price. */
function readPrice(query: URLSearchParams): Price | null {
  const perVerification = parsePrice(query.get('price') ?? '');
  const named = query.get('currency') ?? '';
  const currency = isCurrency(named) ? named : null;
  if (perVerification === null && currency === null) return null;
  return {
    perVerification: perVerification ?? listPrice.perVerification,
    currency: currency ?? listPrice.currency,
  };
}

/** Whether an address names days that the API would refuse. */
export function hasImpossiblePeriod(query: URLSearchParams): boolean {
  return (query.has('from') || query.has('to')) && readUrlState(query).period === null;
}

/** The query of an address with another price, and whatever else it says. */
export function withPrice(query: URLSearchParams, { perVerification, currency }: Price): string {
  const wanted = new URLSearchParams(query);
  wanted.set('price', String(perVerification));
  wanted.set('currency', currency);
  return `?${wanted.toString()}`;
}

/** The query of an address, empty where nothing was chosen. */
export function writeUrlState({ period, price }: UrlState): string {
  const query = new URLSearchParams(period ?? {});
  if (price !== null) {
    query.set('price', String(price.perVerification));
    query.set('currency', price.currency);
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
