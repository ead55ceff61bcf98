/** Stripe's lists: newest first, by cursor. */
import type { Among, Collection } from '../storage/store.ts';
import { invalidRequest, resourceMissing } from './errors.ts';
import { integer, text } from './parameters.ts';

/** The parameters that every list takes. */
export const paginationParameters = {
  limit: integer.optional(),
  starting_after: text.optional(),
  ending_before: text.optional(),
};

interface Page {
  limit?: number | undefined;
  starting_after?: string | undefined;
  ending_before?: string | undefined;
}

interface CreatedRange {
  gt?: number | undefined;
  gte?: number | undefined;
  lt?: number | undefined;
  lte?: number | undefined;
}

export interface StripeList<T> {
  object: 'list';
  data: T[];
  has_more: boolean;
  url: string;
}

interface ListRequest<T, R> {
  from: Collection<T>;
  page: Page;
  /** What Stripe calls these objects when a cursor names none. */
  what: string;
  url: string;
  idOf: (document: T) => string;
  /** Narrows by an index what `matches` looks at. */
  among?: Among | undefined;
  matches: (document: T) => boolean;
  render: (document: T) => R;
}

/** One page of the documents that match. */
export function listDocuments<T, R>(request: ListRequest<T, R>): StripeList<R> {
  const { from, page, matches, among } = request;
  const limit = page.limit ?? 10;
  if (limit < 1 || limit > 100) {
    const bound = limit < 1 ? 'greater than or equal to 1' : 'less than or equal to 100';
    throw invalidRequest(`Invalid integer: limit must be ${bound}`, { param: 'limit' });
  }
  for (const cursor of ['starting_after', 'ending_before'] as const) {
    const id = page[cursor];
    if (id !== undefined && !from.get(id)) throw resourceMissing(request.what, id, cursor);
  }
  const found =
    page.ending_before === undefined
      ? take(from.newestFirst(page.starting_after, among), matches, limit + 1)
      : takeBefore(from.newestFirst(), page.ending_before, request, limit + 1);
  const forward = page.ending_before === undefined;
  return {
    object: 'list',
    data: (forward ? found.slice(0, limit) : found.slice(-limit)).map(request.render),
    has_more: found.length > limit,
    url: request.url,
  };
}

export function isWithin(created: number, range: CreatedRange | undefined): boolean {
  if (!range) return true;
  return (
    (range.gt === undefined || created > range.gt) &&
    (range.gte === undefined || created >= range.gte) &&
    (range.lt === undefined || created < range.lt) &&
    (range.lte === undefined || created <= range.lte)
  );
}

function take<T>(documents: Iterable<T>, matches: (document: T) => boolean, count: number): T[] {
  const taken: T[] = [];
  for (const document of documents) {
    if (!matches(document)) continue;
    taken.push(document);
    if (taken.length === count) break;
  }
  return taken;
}

/** The last ones that are newer than the cursor. */
function takeBefore<T, R>(
  documents: Iterable<T>,
  cursor: string,
  request: ListRequest<T, R>,
  count: number,
): T[] {
  const newer: T[] = [];
  for (const document of documents) {
    if (request.idOf(document) === cursor) break;
    if (request.matches(document)) newer.push(document);
  }
  return newer.slice(-count);
}
