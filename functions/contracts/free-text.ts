// What people write in their own words. Stores, logs and pushes take it as it is, so it has to be text.

import * as z from 'zod';

/** Any text of whole characters; of the control characters, only line breaks and tabs. */
export const plainText = z
  .string()
  .refine(isPlain, 'must be whole characters, without control characters but line breaks and tabs');

/** Something that is said in up to so many characters, not counting blanks around it. */
export function freeText(maxLength: number): z.ZodString {
  return plainText.trim().min(1).max(maxLength);
}

// Half a surrogate pair has no UTF-8, so DynamoDB would get another text than was sent.
function isPlain(text: string): boolean {
  return text.isWellFormed() && !/(?![\t\n\r])\p{Cc}/u.test(text);
}
