// The pages that led to this one. The API's cursors lead forward only, so the way back is kept with each entry of
// the browser's history, where it outlives loading anew.

import * as z from 'zod/mini';

const kept = z.object({ trail: z.array(z.nullable(z.string())) });

/** Where each earlier page began, the first page first. */
export type Trail = readonly (string | null)[];

/** The trail that was kept with the page; null where the page was reached by its address alone. */
export function trailOf(historyState: unknown, cursor: string | null): Trail | null {
  if (cursor === null) return [];
  const parsed = kept.safeParse(historyState);
  return parsed.success ? parsed.data.trail : null;
}

/** What to keep with the page behind this one. */
export function trailBehind(trail: Trail | null, cursor: string | null): { trail: Trail } | null {
  return trail === null ? null : { trail: [...trail, cursor] };
}
