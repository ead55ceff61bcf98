// Which list of customers one came from, as the browser's history has it.

import * as z from 'zod/mini';

const arrival = z.object({ from: z.string() });

/** The list that one came from, as it was; null where one came from elsewhere. Links of the console note where they stand. */
export function listBehind(historyState: unknown, list: string): string | null {
  const parsed = arrival.safeParse(historyState);
  if (!parsed.success) return null;
  const { from } = parsed.data;
  return from === list || from.startsWith(`${list}?`) ? from : null;
}
