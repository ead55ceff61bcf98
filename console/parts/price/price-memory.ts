// The price that the viewer last worked with, on whichever page, kept in this browser.

import * as z from 'zod/mini';
import { highestPrice, isCurrency, type Price } from './price.ts';

const memory = 'ridegate.price';
const kept = z.object({
  perVerification: z.number().check(z.minimum(0), z.maximum(highestPrice)),
  currency: z.string().check(z.refine(isCurrency)),
});

/** Null until the viewer typed or chose one. */
export function rememberedPrice(): Price | null {
  return readPrice(localStorage.getItem(memory));
}

export function rememberPrice(price: Price): void {
  localStorage.setItem(memory, JSON.stringify(price));
}

/** What was kept, as text; null where it is nothing that this version of the console wrote. */
export function readPrice(text: string | null): Price | null {
  try {
    const parsed = kept.safeParse(JSON.parse(text ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
