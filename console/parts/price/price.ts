// What a verification costs, as the viewer knows it: Stripe's price differs by business and country.

export type Price = {
  /** Per check that Stripe finished, in the currency's main unit. */
  perVerification: number;
  /** ISO 4217. */
  currency: string;
};

/** Stripe's list price of a check of document and selfie in the USA, until the viewer knows better. */
export const listPrice: Price = { perVerification: 1.5, currency: 'USD' };

/** As the API has it. */
export const highestPrice = 10_000;

/** A typed price, with a point or a comma before the decimals; null where it is none that the API takes. */
export function parsePrice(typed: string): number | null {
  const text = typed.trim().replace(',', '.');
  if (!/^\d{1,5}(\.\d{1,4})?$/.test(text)) return null;
  const price = Number(text);
  return price <= highestPrice ? price : null;
}

export function isCurrency(text: string): boolean {
  return /^[A-Z]{3}$/.test(text);
}
