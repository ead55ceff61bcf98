// The phone's notification list: which pushes are known, new enough to pop up, and not yet read. Pure.
import * as z from 'zod';

export const push = z.object({
  id: z.string(),
  title: z.string(),
  body: z.string(),
  data: z.object({ action: z.string() }).nullish().catch(null),
  delivered_at: z.iso.datetime(),
});
export type Push = z.infer<typeof push>;

export const pushesAnswer = z.object({ notifications: z.array(push) });

/** What a tab keeps of a rider's pushes while the rider is away. */
export const pushMemory = z.object({
  /** When the app was opened: what came earlier never pops up. */
  sinceMs: z.number(),
  /** Ids that popped up already. */
  popped: z.array(z.string()),
  /** Ids that the rider has seen in the list. */
  read: z.array(z.string()),
});
export type PushMemory = z.infer<typeof pushMemory>;

export interface PushList extends PushMemory {
  /** Newest first, each id once. */
  readonly pushes: readonly Push[];
  /** Those that are popping up now, newest first. */
  readonly toasts: readonly Push[];
}

export type PushEvent =
  | { readonly type: 'delivered'; readonly pushes: readonly Push[] }
  | { readonly type: 'toastClosed'; readonly id: string }
  | { readonly type: 'listOpened' };

const toastsAtMost = 2;

export function pushList(list: PushList, event: PushEvent): PushList {
  switch (event.type) {
    case 'delivered':
      return delivered(list, event.pushes);
    case 'toastClosed':
      return { ...list, toasts: list.toasts.filter(({ id }) => id !== event.id) };
    case 'listOpened':
      return { ...list, toasts: [], read: list.pushes.map(({ id }) => id) };
  }
}

export function unreadCount({ pushes, read }: PushList): number {
  return pushes.filter(({ id }) => !read.includes(id)).length;
}

function delivered(list: PushList, arrived: readonly Push[]): PushList {
  const known = new Set(list.pushes.map(({ id }) => id));
  const fresh = [...new Map(arrived.map((one) => [one.id, one])).values()].filter(({ id }) => !known.has(id));
  if (fresh.length === 0) return list;
  const popping = fresh.filter(
    ({ id, delivered_at }) => Date.parse(delivered_at) >= list.sinceMs && !list.popped.includes(id),
  );
  return {
    ...list,
    pushes: newestFirst([...list.pushes, ...fresh]),
    toasts: newestFirst([...list.toasts, ...popping]).slice(0, toastsAtMost),
    popped: [...list.popped, ...popping.map(({ id }) => id)],
  };
}

function newestFirst(pushes: readonly Push[]): readonly Push[] {
  return pushes.toSorted((one, other) => Date.parse(other.delivered_at) - Date.parse(one.delivered_at));
}
