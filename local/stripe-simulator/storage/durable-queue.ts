/**
 * Work that is due at some time and must be done even if the process is killed first: each item is a stored
 * document until its handler settles it.
 */
import type { Collection, Store } from './store.ts';

export interface QueueItem {
  id: string;
  /** When to do it, in milliseconds since 1970. */
  due_ms: number;
  /** Decides between items that are due at the same time. */
  order: number;
}

export interface DurableQueue<T extends QueueItem> {
  add(item: T): void;
  /** Ends an item, or puts its next version in its place. Belongs in the transaction of the item's effects. */
  settle(id: string, next?: T): void;
  /** Takes up what an earlier process left behind. */
  start(): void;
  /** Starts nothing more and waits for handlers that are under way. */
  stop(): Promise<void>;
}

interface DurableQueueParts<T extends QueueItem> {
  store: Store;
  collection: Collection<T>;
  now: () => number;
  /** How many handlers may run at a time. */
  lanes: () => number;
  handle: (item: T) => Promise<void> | void;
}

/** setTimeout's own limit, about 24 days. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export function createDurableQueue<T extends QueueItem>(parts: DurableQueueParts<T>): DurableQueue<T> {
  const { store, collection, now } = parts;
  const waiting: T[] = [];
  const running = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let started = false;

  function insert(item: T): void {
    // Most items are due later than all others, so looking from the end is quick.
    let at = waiting.length;
    for (let before = waiting[at - 1]; before && isLater(before, item); before = waiting[at - 1]) at -= 1;
    waiting.splice(at, 0, item);
  }

  function pump(): void {
    clearTimeout(timer);
    for (let next = waiting[0]; started && next && running.size < parts.lanes(); next = waiting[0]) {
      const waitMs = next.due_ms - now();
      if (waitMs > 0) {
        timer = setTimeout(pump, Math.min(waitMs, LONGEST_TIMER_MS));
        return;
      }
      waiting.shift();
      run(next);
    }
  }

  function run(item: T): void {
    const work: Promise<void> = Promise.resolve()
      .then(() => parts.handle(item))
      .catch((error: unknown) => {
        // A fault of the simulator itself: say so, and keep the item for the next start.
        console.error(`Stripe simulator: ${item.id} could not be handled`, error);
      })
      .finally(() => {
        running.delete(work);
        pump();
      });
    running.add(work);
  }

  function enqueue(item: T): void {
    collection.put(item.id, item);
    store.afterCommit(() => {
      insert(item);
      setImmediate(pump);
    });
  }

  return {
    add: enqueue,
    settle(id, next) {
      if (next) enqueue(next);
      else collection.delete(id);
    },
    start() {
      started = true;
      // What was added since is stored too, so the store alone says what there is to do.
      waiting.length = 0;
      for (const item of collection.oldestFirst()) insert(item);
      pump();
    },
    async stop() {
      started = false;
      clearTimeout(timer);
      await Promise.allSettled(running);
    },
  };
}

function isLater(one: QueueItem, other: QueueItem): boolean {
  return one.due_ms === other.due_ms ? one.order > other.order : one.due_ms > other.due_ms;
}
