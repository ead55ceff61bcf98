// What this browser tab keeps while the rider is away on the verification page: the tab outlives the page.
import type * as z from 'zod';

/** A value of `schema` under `key`; null where there is none, or one of another shape. */
export function recall<Schema extends z.ZodType>(key: string, schema: Schema): z.infer<Schema> | null {
  try {
    return schema.safeParse(JSON.parse(sessionStorage.getItem(key) ?? 'null')).data ?? null;
  } catch {
    return null;
  }
}

export function remember(key: string, value: unknown): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A browser that stores nothing still rides; only unread marks start anew.
  }
}
