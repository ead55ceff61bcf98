// What a verification costs, as whoever asks for an estimate knows it: Stripe's price differs by business.

import * as z from 'zod';

const pricePerVerification = z.number().min(0).max(10_000);
const currency = z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as USD');

/** Stripe's list price of a check of document and selfie in the USA. */
const defaultPrice = 1.5;
const defaultCurrency = 'USD';

export const priceInBody = {
  price_per_verification: pricePerVerification.default(defaultPrice),
  currency: currency.default(defaultCurrency),
};

export const priceInQuery = {
  price_per_verification: z.coerce.number().pipe(pricePerVerification).default(defaultPrice),
  currency: currency.default(defaultCurrency),
};

export const costJson = z.object({
  verifications: z.int(),
  price_per_verification: z.number(),
  amount: z.number().describe('Their product, to four decimals.'),
  currency: z.string(),
});

export function toCostJson(
  verifications: number,
  price: { price_per_verification: number; currency: string },
): z.infer<typeof costJson> {
  const amount = Math.round(verifications * price.price_per_verification * 10_000) / 10_000;
  return { verifications, amount, ...pick(price) };
}

function pick(price: { price_per_verification: number; currency: string }) {
  return { price_per_verification: price.price_per_verification, currency: price.currency };
}
