// What people write in their own words. Stores, logs and pushes take it as it is, so it has to be text.

import * as z from 'zod';

/** Something that can be seen, whole characters up to a length, without blanks around them; no control characters but line breaks and tabs. */
export function freeText(maxLength: number): z.ZodString {
  return z
    .string()
    .refine(isPlain, 'must be whole characters, without control characters but line breaks and tabs')
    .refine(isVisible, 'must say something')
    .trim()
    .min(1)
    .max(maxLength);
}

// Half a surrogate pair has no UTF-8: a table would keep another text than was sent, or none.
function isPlain(text: string): boolean {
  return text.isWellFormed() && !/(?![\t\n\r])\p{Cc}/u.test(text);
}

// Blanks and format characters alone, such as a zero-width space, say nothing to anybody.
function isVisible(text: string): boolean {
  return text.trim() === '' || /[^\p{Z}\p{C}]/u.test(text);
}
