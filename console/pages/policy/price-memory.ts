// The price that the viewer last worked with, kept in this browser.

import * as z from 'zod/mini';
import type { Price } from './what-if.ts';

const memory = 'ridegate.price';
const kept = z.object({
  price_per_verification: z.number().check(z.minimum(0), z.maximum(10_000)),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
});

/** Stripe's list price in the USA, until the viewer knows better. */
const listPrice: Price = { price_per_verification: 1.5, currency: 'USD' };

export function rememberedPrice(text: string | null = localStorage.getItem(memory)): Price {
  if (text === null) return listPrice;
  try {
    const parsed = kept.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : listPrice;
  } catch {
    return listPrice;
  }
}

export function rememberPrice(price: Price): void {
  localStorage.setItem(memory, JSON.stringify(price));
}
