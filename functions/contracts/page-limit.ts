// How long a page of a list may be.

import * as z from 'zod';

/** As a query string writes it: decimal digits alone, for `0x10`, `1e1` and ` 5` are numbers to JavaScript too. */
export const pageLimit = z
  .preprocess(
    (text) => (typeof text === 'string' && /^\d+$/.test(text) ? Number(text) : text),
    z.int().min(1).max(100),
  )
  .prefault(25);
