// How long a page of a list may be, and where it begins.

import * as z from 'zod';

/**
 * From 1 to `max`, as a query string writes it: decimal digits alone, for `0x10`, `1e1` and ` 5` are numbers to
 * JavaScript too.
 */
export const countInQuery = (max: number) =>
  z.preprocess(
    (text) => (typeof text === 'string' && /^\d+$/.test(text) ? Number(text) : text),
    z.int().min(1).max(max),
  );

export const pageLimit = countInQuery(100).prefault(25);

/** As the page before gave it out; its list knows its shape. */
export const listCursor = z.string().max(1024).optional();
